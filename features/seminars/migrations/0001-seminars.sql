CREATE TABLE seminar (
  id {id} PRIMARY KEY,
  version {small} NOT NULL,
  slug TEXT NOT NULL UNIQUE,
  title {json} NOT NULL,
  -- Title and place without accents and capitals: what a search looks into, since JSON is never queried inside.
  words TEXT NOT NULL,
  territory TEXT NOT NULL,
  place TEXT,
  place_label TEXT,
  zone TEXT NOT NULL,
  first_day {date} NOT NULL,
  last_day {date} NOT NULL,
  previous_id {id} REFERENCES seminar (id),
  source TEXT,
  visibility TEXT NOT NULL,
  is_example {boolean} NOT NULL,
  created_at {instant} NOT NULL
){strict};

CREATE INDEX seminar_first_day ON seminar (first_day, id);
CREATE INDEX seminar_territory ON seminar (territory, first_day);

CREATE TABLE half_day (
  id {id} PRIMARY KEY,
  seminar_id {id} NOT NULL REFERENCES seminar (id),
  day {date} NOT NULL,
  part TEXT NOT NULL,
  starts {time} NOT NULL,
  ends {time} NOT NULL,
  UNIQUE (seminar_id, day, part)
){strict};

CREATE TABLE session (
  id {id} PRIMARY KEY,
  version {small} NOT NULL,
  half_day_id {id} NOT NULL REFERENCES half_day (id),
  kind TEXT NOT NULL,
  number {small},
  title TEXT NOT NULL,
  room TEXT,
  starts {time} NOT NULL,
  ends {time} NOT NULL,
  visibility TEXT NOT NULL
){strict};

CREATE INDEX session_half_day ON session (half_day_id, starts);

CREATE TABLE minutes (
  session_id {id} PRIMARY KEY REFERENCES session (id),
  version {small} NOT NULL,
  text TEXT NOT NULL,
  updated_at {instant} NOT NULL
){strict};
