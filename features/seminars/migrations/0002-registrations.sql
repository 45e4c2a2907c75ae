-- Who may register, from when to when, how many; NULL dates: nobody registers through the web yet.
ALTER TABLE seminar ADD COLUMN registration_opens {date};
ALTER TABLE seminar ADD COLUMN registration_closes {date};
ALTER TABLE seminar ADD COLUMN places {small};
-- Codes of the colleges that are convened in each département, separated by spaces.
ALTER TABLE seminar ADD COLUMN colleges TEXT NOT NULL DEFAULT 'animating mission-locale department';
-- Grows with each change that a calendar shows (RFC 5545, SEQUENCE).
ALTER TABLE seminar ADD COLUMN sequence {small} NOT NULL DEFAULT 0;
ALTER TABLE seminar ADD COLUMN changed_at {instant};
ALTER TABLE seminar ADD COLUMN cancelled_at {instant};

ALTER TABLE session ADD COLUMN places {small};
ALTER TABLE session ADD COLUMN cancelled_at {instant};

-- Those who come for one organisation, or for themselves.
CREATE TABLE registration (
  id {id} PRIMARY KEY,
  version {small} NOT NULL,
  seminar_id {id} NOT NULL REFERENCES seminar (id),
  -- That of the seminar: its steering keeps the list.
  territory TEXT NOT NULL,
  college TEXT NOT NULL,
  -- The département, the other region or the country they come from.
  origin TEXT NOT NULL,
  -- None à titre individuel.
  organisation TEXT,
  -- Without case and accents: an organisation registers once under one address.
  folded TEXT NOT NULL,
  contact_email TEXT,
  locale TEXT NOT NULL,
  created_at {instant} NOT NULL,
  cancelled_at {instant}
){strict};

CREATE INDEX registration_seminar ON registration (seminar_id, id);

-- A signed link by which a registration is changed without an account. The token itself is kept nowhere.
CREATE TABLE registration_link (
  id {id} PRIMARY KEY,
  registration_id {id} NOT NULL REFERENCES registration (id),
  digest {bytes} NOT NULL UNIQUE,
  created_at {instant} NOT NULL
){strict};

CREATE INDEX registration_link_registration ON registration_link (registration_id);

-- A place at the seminar. It stays when whoever takes it changes.
CREATE TABLE seat (
  id {id} PRIMARY KEY,
  -- Grows with each change: what the calendar of this place tells.
  version {small} NOT NULL,
  seminar_id {id} NOT NULL REFERENCES seminar (id),
  registration_id {id} NOT NULL REFERENCES registration (id),
  number {small} NOT NULL,
  -- Who comes, once that is known.
  label TEXT,
  -- Grows when somebody else takes the place: the calendar link of whoever had it then tells of nothing.
  holder {small} NOT NULL,
  changed_at {instant} NOT NULL,
  cancelled_at {instant},
  UNIQUE (registration_id, number)
){strict};

CREATE INDEX seat_seminar ON seat (seminar_id, id);

-- The workshops that a place is kept in.
CREATE TABLE seat_workshop (
  seat_id {id} NOT NULL REFERENCES seat (id),
  session_id {id} NOT NULL REFERENCES session (id),
  PRIMARY KEY (seat_id, session_id)
){strict};

CREATE INDEX seat_workshop_session ON seat_workshop (session_id);
