-- What an action is looked for by: the words of its title, without accents. Those written before are found by their title as it
-- stands, until they are edited.
ALTER TABLE action ADD COLUMN words TEXT NOT NULL DEFAULT '';
UPDATE action SET words = lower(title);
