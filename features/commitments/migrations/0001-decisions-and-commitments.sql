-- What was decided together, and where.
CREATE TABLE decision (
  id {id} PRIMARY KEY,
  version {small} NOT NULL,
  text TEXT NOT NULL,
  -- session | meeting, of a room that this one does not know: its title, day and address are copied.
  origin_kind TEXT NOT NULL,
  origin_id {id} NOT NULL,
  origin_title TEXT NOT NULL,
  origin_date {date} NOT NULL,
  origin_path TEXT NOT NULL,
  origin_territory TEXT NOT NULL,
  -- The region or département it was taken in.
  territory TEXT NOT NULL,
  created_at {instant} NOT NULL
){strict};

CREATE INDEX decision_origin ON decision (origin_id);

-- What an organisation promised.
CREATE TABLE commitment (
  id {id} PRIMARY KEY,
  version {small} NOT NULL,
  organisation_id {id} NOT NULL,
  -- Its name on that day: shown to whoever answers by a link, and where the directory does not show it.
  organisation_name TEXT NOT NULL,
  -- A person or a function inside it, where it wished to name one.
  person_label TEXT,
  what TEXT NOT NULL,
  -- What a search looks into, without case and accents.
  folded TEXT NOT NULL,
  -- The date first promised, and the one that stands now.
  due {date} NOT NULL,
  current_due {date} NOT NULL,
  not_before {date},
  decision_id {id} REFERENCES decision (id),
  origin_kind TEXT NOT NULL,
  origin_id {id} NOT NULL,
  origin_title TEXT NOT NULL,
  origin_date {date} NOT NULL,
  origin_path TEXT NOT NULL,
  origin_territory TEXT NOT NULL,
  -- That of the organisation when the promise was recorded.
  territory TEXT NOT NULL,
  -- no-news | in-progress | done | blocked | given-up: always what commitment_news says.
  status TEXT NOT NULL,
  status_note TEXT,
  created_at {instant} NOT NULL,
  created_by TEXT NOT NULL
){strict};

CREATE INDEX commitment_territory ON commitment (territory, id);
CREATE INDEX commitment_organisation ON commitment (organisation_id, id);
CREATE INDEX commitment_origin ON commitment (origin_id);

-- A signed link by which one organisation answers one question without an account. The token itself is kept nowhere.
CREATE TABLE answer_link (
  id {id} PRIMARY KEY,
  commitment_id {id} NOT NULL REFERENCES commitment (id),
  organisation_id {id} NOT NULL,
  address TEXT NOT NULL,
  digest {bytes} NOT NULL UNIQUE,
  created_at {instant} NOT NULL,
  expires_at {instant} NOT NULL,
  revoked_at {instant},
  -- The link whose holder passed the question on.
  handed_over_from {id} REFERENCES answer_link (id),
  -- The answer that this link was made to tell of, and may disown.
  tells_of {id}
){strict};

CREATE INDEX answer_link_commitment ON answer_link (commitment_id, id);

-- What was answered, numbered from 1 in the order it came. Never changed but to say that it was taken back.
CREATE TABLE commitment_news (
  id {id} PRIMARY KEY,
  commitment_id {id} NOT NULL REFERENCES commitment (id),
  number {small} NOT NULL,
  -- in-progress | done | blocked | given-up
  state TEXT NOT NULL,
  new_date {date},
  blocked_by TEXT,
  sentence TEXT,
  at {instant} NOT NULL,
  -- link | person
  channel TEXT NOT NULL,
  link_id {id} REFERENCES answer_link (id),
  person_id {id},
  undone_at {instant},
  disowned_at {instant},
  UNIQUE (commitment_id, number)
){strict};
