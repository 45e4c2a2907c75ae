-- Who is told in which room a session is held, of those who may open it.
ALTER TABLE session ADD COLUMN room_visibility TEXT NOT NULL DEFAULT 'public';
