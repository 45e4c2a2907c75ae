-- What the collective says of itself on its sheet, who answers while nobody animates it, and when somebody last read it over.
ALTER TABLE collective ADD COLUMN needs TEXT;
ALTER TABLE collective ADD COLUMN offers TEXT;
ALTER TABLE collective ADD COLUMN stand_in_id {id};
ALTER TABLE collective ADD COLUMN confirmed_at {instant};
ALTER TABLE collective ADD COLUMN confirmed_by TEXT;
-- What whoever read the sheet by a link says of the members: for who keeps them.
ALTER TABLE collective ADD COLUMN remark TEXT;

-- What its members signed. The newest is in force until its last day.
CREATE TABLE collective_charter (
  id {id} PRIMARY KEY,
  collective_id {id} NOT NULL REFERENCES collective (id),
  signed_on {date} NOT NULL,
  expires_on {date},
  -- Where it can be read.
  address TEXT,
  recorded_at {instant} NOT NULL
){strict};

CREATE INDEX collective_charter_collective ON collective_charter (collective_id, signed_on);

CREATE TABLE collective_signatory (
  charter_id {id} NOT NULL REFERENCES collective_charter (id),
  organisation_id {id} NOT NULL,
  signed_on {date} NOT NULL,
  PRIMARY KEY (charter_id, organisation_id)
){strict};

-- A signed link by which the sheet is corrected without an account. The token itself is kept nowhere.
CREATE TABLE collective_sheet_link (
  id {id} PRIMARY KEY,
  collective_id {id} NOT NULL REFERENCES collective (id),
  organisation_id {id} NOT NULL,
  address TEXT NOT NULL,
  digest {bytes} NOT NULL UNIQUE,
  created_at {instant} NOT NULL,
  expires_at {instant} NOT NULL,
  revoked_at {instant},
  answers {small} NOT NULL
){strict};

CREATE INDEX collective_sheet_link_collective ON collective_sheet_link (collective_id);

-- The regional committee, one a région.
CREATE TABLE committee (
  id {id} PRIMARY KEY,
  territory TEXT NOT NULL UNIQUE,
  created_at {instant} NOT NULL
){strict};

-- A seat, in a college that the région names. One without an organisation is vacant.
CREATE TABLE committee_seat (
  id {id} PRIMARY KEY,
  committee_id {id} NOT NULL REFERENCES committee (id),
  college TEXT NOT NULL,
  label TEXT,
  organisation_id {id},
  for_youth {boolean} NOT NULL,
  from_date {date} NOT NULL,
  until_date {date}
){strict};

CREATE INDEX committee_seat_committee ON committee_seat (committee_id);
