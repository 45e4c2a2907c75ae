CREATE TABLE indicator (
  id {id} PRIMARY KEY,
  version {small} NOT NULL,
  plan_id {id} NOT NULL REFERENCES plan (id),
  number {small} NOT NULL,
  -- informed | accompanied | departed | returned | recognised | outcome | other
  stage TEXT NOT NULL,
  title TEXT NOT NULL,
  definition TEXT NOT NULL,
  unit TEXT NOT NULL,
  baseline {integer},
  baseline_year {small},
  target {integer},
  source TEXT,
  UNIQUE (plan_id, number)
){strict};

-- What was counted in a département in a year. A row without an amount says why it is not known.
CREATE TABLE indicator_value (
  id {id} PRIMARY KEY,
  version {small} NOT NULL,
  indicator_id {id} NOT NULL REFERENCES indicator (id),
  territory TEXT NOT NULL,
  year {small} NOT NULL,
  amount {integer},
  source TEXT NOT NULL,
  -- The organisation that gives the number, where one does.
  organisation_id {id},
  -- Who entered it, by the name they go by.
  author TEXT NOT NULL,
  entered_at {instant} NOT NULL,
  UNIQUE (indicator_id, territory, year)
){strict};

-- Years of a plan whose values are settled.
CREATE TABLE locked_period (
  plan_id {id} NOT NULL REFERENCES plan (id),
  year {small} NOT NULL,
  locked_at {instant} NOT NULL,
  PRIMARY KEY (plan_id, year)
){strict};
