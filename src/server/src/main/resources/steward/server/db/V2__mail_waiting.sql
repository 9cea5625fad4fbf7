-- What waits to be handed over is few beside what ever was.
CREATE INDEX mail_waiting ON mail (created_at, id) WHERE handed_at IS NULL;
