-- A name that an organisation bore. The one it bears stands in its own row.
CREATE TABLE organisation_former_name (
  id {id} PRIMARY KEY,
  organisation_id {id} NOT NULL REFERENCES organisation (id),
  name TEXT NOT NULL,
  -- In lower case, without accents: old names find the organisation too.
  name_folded TEXT NOT NULL,
  -- The first and the last day, where they are known.
  from_date {date},
  until_date {date},
  -- Where it was read, if elsewhere than the record says.
  source TEXT
){strict};

CREATE INDEX organisation_former_name_organisation ON organisation_former_name (organisation_id);

-- The first day of the name it bears, where it is known.
ALTER TABLE organisation ADD COLUMN name_since {date};

-- What an organisation became: it may become several, and several may become one.
CREATE TABLE organisation_succession (
  id {id} PRIMARY KEY,
  predecessor_id {id} NOT NULL REFERENCES organisation (id),
  successor_id {id} NOT NULL REFERENCES organisation (id),
  -- The first day of the successor in its place, where it is known.
  since_date {date},
  UNIQUE (predecessor_id, successor_id)
){strict};

CREATE INDEX organisation_succession_successor ON organisation_succession (successor_id);

-- What an organisation does in a programme, and under which accreditation.
CREATE TABLE organisation_role (
  id {id} PRIMARY KEY,
  version {small} NOT NULL,
  organisation_id {id} NOT NULL REFERENCES organisation (id),
  programme TEXT NOT NULL,
  -- sending | hosting | supporting | lead | intermediary | funder | information_relay
  role TEXT NOT NULL,
  accreditation TEXT,
  from_date {date},
  -- The last day it is valid; empty while none is known.
  until_date {date},
  -- Where it was read, if elsewhere than the record says.
  source TEXT
){strict};

CREATE INDEX organisation_role_organisation ON organisation_role (organisation_id);

-- What an organisation can really help with: three lines at most, written together under the version of its record.
CREATE TABLE organisation_help (
  id {id} PRIMARY KEY,
  organisation_id {id} NOT NULL REFERENCES organisation (id),
  position {small} NOT NULL,
  what TEXT NOT NULL,
  since_year {small},
  -- A function, never a person.
  ask_for TEXT,
  UNIQUE (organisation_id, position)
){strict};

-- Whom to ask for, and when they are there.
CREATE TABLE organisation_contact (
  id {id} PRIMARY KEY,
  version {small} NOT NULL,
  organisation_id {id} NOT NULL REFERENCES organisation (id),
  -- A function, never a person.
  function_label TEXT NOT NULL,
  -- Days of the week in their order: "monday thursday".
  days TEXT NOT NULL,
  phone TEXT,
  email TEXT,
  -- The function that answers in its place.
  substitute TEXT
){strict};

CREATE INDEX organisation_contact_organisation ON organisation_contact (organisation_id);
