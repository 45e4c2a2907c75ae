-- Somebody who may sign in.
CREATE TABLE person (
  id {id} PRIMARY KEY,
  version {small} NOT NULL,
  email TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  -- The language of the mails they get.
  locale TEXT NOT NULL,
  created_at {instant} NOT NULL
){strict};

CREATE TABLE held_role (
  id {id} PRIMARY KEY,
  person_id {id} NOT NULL REFERENCES person (id),
  role TEXT NOT NULL,
  -- installation | departement:11 | organisation:<uuid>
  place TEXT NOT NULL,
  from_at {instant} NOT NULL,
  until_at {instant}
){strict};

CREATE INDEX held_role_person ON held_role (person_id);
CREATE INDEX held_role_role ON held_role (role);

-- A link and a code that were asked for, whether or not the address is known.
CREATE TABLE sign_in_request (
  id {id} PRIMARY KEY,
  -- Empty where the address is nobody's: no mail left then.
  person_id {id} REFERENCES person (id),
  -- A keyed digest of the address: those of strangers are not kept.
  address {id} NOT NULL,
  -- The path to go to afterwards.
  destination TEXT NOT NULL,
  link_digest {bytes} NOT NULL UNIQUE,
  -- Sealed with the installation's secret: six figures could be searched otherwise.
  code_digest {bytes} NOT NULL,
  -- Seal of the browser that asked.
  browser {bytes} NOT NULL,
  created_at {instant} NOT NULL,
  used_at {instant},
  -- Wrong codes typed against it.
  tries {small} NOT NULL
){strict};

CREATE INDEX sign_in_request_browser ON sign_in_request (browser);
CREATE INDEX sign_in_request_address ON sign_in_request (address, created_at);
CREATE INDEX sign_in_request_created_at ON sign_in_request (created_at);

-- Wrong codes of an address in a day (UTC). Its row is held while one is counted.
CREATE TABLE sign_in_address (
  address {id} PRIMARY KEY,
  day {date} NOT NULL,
  tries {small} NOT NULL
){strict};

CREATE TABLE sign_in_session (
  id {id} PRIMARY KEY,
  person_id {id} NOT NULL REFERENCES person (id),
  token_digest {bytes} NOT NULL UNIQUE,
  -- Name of the browser and of the system, no more.
  browser TEXT NOT NULL,
  created_at {instant} NOT NULL,
  revoked_at {instant}
){strict};

CREATE INDEX sign_in_session_person ON sign_in_session (person_id);
