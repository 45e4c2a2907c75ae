-- Who said it, as a function, where somebody else wrote the answer down (channel: phone | meeting).
ALTER TABLE commitment_news ADD COLUMN said_by TEXT;

-- The commitment that this one repeats: it was written down twice.
ALTER TABLE commitment ADD COLUMN same_as_id {id};
CREATE INDEX commitment_same_as ON commitment (same_as_id);

-- "We can help with that."
CREATE TABLE commitment_help (
  id {id} PRIMARY KEY,
  commitment_id {id} NOT NULL REFERENCES commitment (id),
  organisation_id {id} NOT NULL,
  -- Its name on that day, shown where the directory does not show it.
  organisation_name TEXT NOT NULL,
  sentence TEXT,
  offered_at {instant} NOT NULL,
  UNIQUE (commitment_id, organisation_id)
){strict};

-- The gatherings that an open commitment was carried over to.
CREATE TABLE commitment_carried (
  commitment_id {id} NOT NULL REFERENCES commitment (id),
  origin_id {id} NOT NULL,
  origin_kind TEXT NOT NULL,
  origin_title TEXT NOT NULL,
  origin_date {date} NOT NULL,
  origin_path TEXT NOT NULL,
  carried_at {instant} NOT NULL,
  PRIMARY KEY (commitment_id, origin_id)
){strict};
