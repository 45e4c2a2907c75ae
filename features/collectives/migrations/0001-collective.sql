-- The collective of a département: who works together there on young people's mobility.
CREATE TABLE collective (
  id {id} PRIMARY KEY,
  version {small} NOT NULL,
  -- The département; one collective each.
  territory TEXT NOT NULL UNIQUE,
  -- What it calls itself, where it has a name of its own.
  name TEXT,
  created_at {instant} NOT NULL
){strict};

-- An organisation's time in a collective. Its row is written under the lock of the collective's.
CREATE TABLE collective_member (
  id {id} PRIMARY KEY,
  version {small} NOT NULL,
  collective_id {id} NOT NULL REFERENCES collective (id),
  organisation_id {id} NOT NULL REFERENCES organisation (id),
  -- animating | member | associated
  role TEXT NOT NULL,
  from_date {date} NOT NULL,
  -- The last day; empty while it lasts.
  until_date {date}
){strict};

CREATE INDEX collective_member_collective ON collective_member (collective_id);
CREATE INDEX collective_member_organisation ON collective_member (organisation_id);
