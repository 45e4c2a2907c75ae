-- A signed link by which an organisation gives the value of an indicator in a département and a year, without an account. The token itself is
-- kept nowhere.
CREATE TABLE value_link (
  id {id} PRIMARY KEY,
  indicator_id {id} NOT NULL REFERENCES indicator (id),
  territory TEXT NOT NULL,
  year {small} NOT NULL,
  organisation_id {id} NOT NULL,
  address TEXT NOT NULL,
  digest {bytes} NOT NULL UNIQUE,
  created_at {instant} NOT NULL,
  expires_at {instant} NOT NULL,
  revoked_at {instant},
  answers {small} NOT NULL
){strict};

CREATE INDEX value_link_question ON value_link (indicator_id, territory, year);
