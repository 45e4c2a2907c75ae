-- A meeting of the collective of a département.
CREATE TABLE meeting (
  id {id} PRIMARY KEY,
  version {small} NOT NULL,
  territory TEXT NOT NULL,
  title TEXT,
  day {date} NOT NULL,
  starts {time} NOT NULL,
  ends {time} NOT NULL,
  place TEXT,
  -- The points that the house does not know of, one a line; open commitments come by themselves.
  points TEXT,
  minutes TEXT,
  next_day {date},
  -- public | registered | invited
  visibility TEXT NOT NULL,
  is_example {boolean} NOT NULL,
  -- Of its calendar.
  sequence {small} NOT NULL,
  changed_at {instant} NOT NULL,
  created_at {instant} NOT NULL,
  cancelled_at {instant}
){strict};

CREATE INDEX meeting_territory ON meeting (territory, day, id);

-- Who was there: organisations, and how many people of each.
CREATE TABLE meeting_presence (
  meeting_id {id} NOT NULL REFERENCES meeting (id),
  organisation_id {id} NOT NULL,
  organisation_name TEXT NOT NULL,
  people {small} NOT NULL,
  PRIMARY KEY (meeting_id, organisation_id)
){strict};

-- Who was told of which day.
CREATE TABLE meeting_invitation (
  meeting_id {id} NOT NULL REFERENCES meeting (id),
  organisation_id {id} NOT NULL,
  day {date} NOT NULL,
  at {instant} NOT NULL,
  PRIMARY KEY (meeting_id, organisation_id)
){strict};

-- The lines of a file that were brought back already: the same file again changes nothing.
CREATE TABLE meeting_returned_line (
  meeting_id {id} NOT NULL REFERENCES meeting (id),
  digest {bytes} NOT NULL,
  at {instant} NOT NULL,
  PRIMARY KEY (meeting_id, digest)
){strict};
