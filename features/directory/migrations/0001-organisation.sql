-- A body that takes part: who, of what type, where it sits, who keeps its record.
CREATE TABLE organisation (
  id {id} PRIMARY KEY,
  version {small} NOT NULL,
  name TEXT NOT NULL,
  -- The name in lower case, without accents, for search and order.
  name_folded TEXT NOT NULL,
  kind TEXT NOT NULL,
  -- The commune of its seat.
  seat TEXT,
  -- The département or région whose coordinator or steering keeps the record.
  territory TEXT NOT NULL,
  contact_email TEXT,
  website TEXT,
  -- Where the facts were read: an address, or a citation.
  source TEXT,
  -- Made up, for the demo.
  is_example {boolean} NOT NULL,
  visibility TEXT NOT NULL,
  created_at {instant} NOT NULL,
  updated_at {instant} NOT NULL
){strict};

CREATE INDEX organisation_name ON organisation (name_folded, id);
CREATE INDEX organisation_territory ON organisation (territory);
