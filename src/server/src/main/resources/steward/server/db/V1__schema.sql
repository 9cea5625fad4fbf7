-- Plain SQL that PostgreSQL knows too: ids and enumerations are TEXT, times are milliseconds since 1970,
-- flags are 0 or 1, JSON is TEXT. Everything of an organization has the key (org_id, id).

CREATE TABLE server_info (
    id    TEXT NOT NULL PRIMARY KEY,
    epoch TEXT NOT NULL
);

CREATE TABLE account (
    id           TEXT   NOT NULL PRIMARY KEY,
    email        TEXT   NOT NULL,
    email_normal TEXT   NOT NULL UNIQUE,
    name         TEXT   NOT NULL,
    kind         TEXT   NOT NULL,
    created_at   BIGINT NOT NULL
);

CREATE TABLE token (
    id           TEXT   NOT NULL PRIMARY KEY,
    account_id   TEXT   NOT NULL REFERENCES account (id),
    hash         TEXT   NOT NULL UNIQUE,
    label        TEXT   NOT NULL,
    created_at   BIGINT NOT NULL,
    last_used_at BIGINT
);
CREATE INDEX token_account ON token (account_id);

-- seq counts the changes of the organization; pruned_seq is the last change whose tombstone is gone.
CREATE TABLE organization (
    id           TEXT    NOT NULL PRIMARY KEY,
    slug         TEXT    NOT NULL UNIQUE,
    name         TEXT    NOT NULL,
    description  TEXT    NOT NULL,
    accent_color TEXT    NOT NULL,
    logo         TEXT,
    logo_version INTEGER,
    logo_count   INTEGER NOT NULL,
    created_at   BIGINT  NOT NULL,
    version      BIGINT  NOT NULL,
    seq          BIGINT  NOT NULL,
    pruned_seq   BIGINT  NOT NULL
);

-- role_seq: the change that gave the present role.
CREATE TABLE member (
    org_id         TEXT   NOT NULL REFERENCES organization (id),
    id             TEXT   NOT NULL,
    account_id     TEXT   NOT NULL REFERENCES account (id),
    email          TEXT   NOT NULL,
    email_normal   TEXT   NOT NULL,
    name           TEXT   NOT NULL,
    role           TEXT   NOT NULL,
    role_seq       BIGINT NOT NULL,
    joined_at      BIGINT NOT NULL,
    invited_by     TEXT,
    last_active_at BIGINT,
    note           TEXT,
    version        BIGINT NOT NULL,
    PRIMARY KEY (org_id, id),
    UNIQUE (org_id, account_id),
    UNIQUE (org_id, email_normal)
);
CREATE INDEX member_account ON member (account_id);
CREATE INDEX member_joined ON member (org_id, joined_at, id);
CREATE INDEX member_role ON member (org_id, role);

-- code stands in the mail; it is no credential of an account, it makes one member once.
CREATE TABLE invitation (
    org_id       TEXT   NOT NULL REFERENCES organization (id),
    id           TEXT   NOT NULL,
    email        TEXT   NOT NULL,
    email_normal TEXT   NOT NULL,
    role         TEXT   NOT NULL,
    name         TEXT,
    note         TEXT,
    state        TEXT   NOT NULL,
    invited_by   TEXT   NOT NULL,
    invited_at   BIGINT NOT NULL,
    sent_at      BIGINT NOT NULL,
    expires_at   BIGINT NOT NULL,
    code         TEXT   NOT NULL UNIQUE,
    member_id    TEXT,
    version      BIGINT NOT NULL,
    PRIMARY KEY (org_id, id)
);
-- The second net: one pending invitation an address.
CREATE UNIQUE INDEX invitation_pending ON invitation (org_id, email_normal) WHERE state = 'pending';
CREATE INDEX invitation_order ON invitation (org_id, invited_at, id);
CREATE INDEX invitation_state ON invitation (org_id, state);
CREATE INDEX invitation_expiry ON invitation (state, expires_at);
CREATE INDEX invitation_address ON invitation (email_normal, state);

-- One row an invitation and a resend, written with it; a mailer hands it over with this message_id.
CREATE TABLE mail (
    org_id        TEXT   NOT NULL REFERENCES organization (id),
    id            TEXT   NOT NULL,
    invitation_id TEXT   NOT NULL,
    message_id    TEXT   NOT NULL UNIQUE,
    recipient     TEXT   NOT NULL,
    subject       TEXT   NOT NULL,
    body          TEXT   NOT NULL,
    created_at    BIGINT NOT NULL,
    handed_at     BIGINT,
    PRIMARY KEY (org_id, id)
);
CREATE INDEX mail_invitation ON mail (org_id, invitation_id);

CREATE TABLE room (
    org_id            TEXT    NOT NULL REFERENCES organization (id),
    id                TEXT    NOT NULL,
    name              TEXT    NOT NULL,
    slug              TEXT    NOT NULL,
    description       TEXT    NOT NULL,
    waiting_room      INTEGER NOT NULL,
    sign_in_required  INTEGER NOT NULL,
    passcode          TEXT,
    join_before_host  INTEGER NOT NULL,
    mute_on_entry     INTEGER NOT NULL,
    recording         TEXT    NOT NULL,
    participant_limit INTEGER NOT NULL,
    who_may_start     TEXT    NOT NULL,
    created_at        BIGINT  NOT NULL,
    last_used_at      BIGINT,
    version           BIGINT  NOT NULL,
    PRIMARY KEY (org_id, id),
    UNIQUE (org_id, slug)
);
CREATE INDEX room_order ON room (org_id, created_at, id);

-- Names of room and host stay when those are gone. recording_since: null while it does not record.
CREATE TABLE meeting (
    org_id          TEXT    NOT NULL REFERENCES organization (id),
    id              TEXT    NOT NULL,
    title           TEXT    NOT NULL,
    room_id         TEXT,
    room_name       TEXT,
    host_member_id  TEXT,
    host_name       TEXT    NOT NULL,
    started_at      BIGINT  NOT NULL,
    planned_minutes INTEGER NOT NULL,
    recording_since BIGINT,
    ends_at         BIGINT,
    end_message     TEXT,
    ended_at        BIGINT,
    ended_by        TEXT,
    version         BIGINT  NOT NULL,
    PRIMARY KEY (org_id, id)
);
CREATE INDEX meeting_order ON meeting (org_id, started_at, id);
CREATE INDEX meeting_running ON meeting (org_id) WHERE ended_at IS NULL;
CREATE INDEX meeting_due ON meeting (ends_at) WHERE ended_at IS NULL;

CREATE TABLE participant (
    org_id     TEXT   NOT NULL REFERENCES organization (id),
    meeting_id TEXT   NOT NULL,
    id         TEXT   NOT NULL,
    name       TEXT   NOT NULL,
    email      TEXT,
    role       TEXT   NOT NULL,
    joined_at  BIGINT NOT NULL,
    left_at    BIGINT,
    PRIMARY KEY (org_id, meeting_id, id)
);

CREATE TABLE recording (
    org_id     TEXT   NOT NULL REFERENCES organization (id),
    id         TEXT   NOT NULL,
    title      TEXT   NOT NULL,
    meeting_id TEXT   NOT NULL,
    room_id    TEXT,
    room_name  TEXT,
    owner_name TEXT   NOT NULL,
    started_at BIGINT NOT NULL,
    seconds    BIGINT NOT NULL,
    bytes      BIGINT NOT NULL,
    state      TEXT   NOT NULL,
    ready_at   BIGINT,
    deleted_at BIGINT,
    purge_at   BIGINT,
    version    BIGINT NOT NULL,
    PRIMARY KEY (org_id, id)
);
CREATE INDEX recording_order ON recording (org_id, started_at, id);
CREATE INDEX recording_purge ON recording (purge_at) WHERE purge_at IS NOT NULL;
CREATE INDEX recording_processing ON recording (state, ready_at);

-- Change points: from this instant on so many ran and so many were owned; known 0: nobody was looking.
CREATE TABLE usage_point (
    org_id TEXT    NOT NULL REFERENCES organization (id),
    at     BIGINT  NOT NULL,
    in_use INTEGER NOT NULL,
    owned  INTEGER NOT NULL,
    known  INTEGER NOT NULL,
    PRIMARY KEY (org_id, at)
);

-- When the server was last known to run.
CREATE TABLE heartbeat (
    id INTEGER NOT NULL PRIMARY KEY,
    at BIGINT  NOT NULL
);

CREATE TABLE refused_start (
    org_id    TEXT    NOT NULL REFERENCES organization (id),
    id        TEXT    NOT NULL,
    at        BIGINT  NOT NULL,
    who       TEXT    NOT NULL,
    room_name TEXT,
    in_use    INTEGER NOT NULL,
    owned     INTEGER NOT NULL,
    PRIMARY KEY (org_id, id)
);
CREATE INDEX refused_start_order ON refused_start (org_id, at);

-- What it gives is kept as bought, so that a new catalog changes nobody's contract. Periods are counted from
-- anchor_at; a preview from before changed_at no longer holds.
CREATE TABLE subscription (
    org_id             TEXT    NOT NULL PRIMARY KEY REFERENCES organization (id),
    plan               TEXT    NOT NULL,
    billing_interval   TEXT    NOT NULL,
    licenses           INTEGER NOT NULL,
    storage            INTEGER NOT NULL,
    participants       INTEGER NOT NULL,
    currency           TEXT    NOT NULL,
    recurring_total    BIGINT  NOT NULL,
    anchor_at          BIGINT  NOT NULL,
    period_start       BIGINT  NOT NULL,
    period_end         BIGINT  NOT NULL,
    changed_at         BIGINT  NOT NULL,
    licenses_owned     INTEGER NOT NULL,
    storage_bytes      BIGINT  NOT NULL,
    participant_limit  INTEGER NOT NULL,
    meeting_minutes    INTEGER NOT NULL,
    state              TEXT    NOT NULL,
    dunning_invoice_id TEXT,
    dunning_since      BIGINT,
    suspend_at         BIGINT,
    refused_recordings INTEGER NOT NULL,
    version            BIGINT  NOT NULL
);
CREATE INDEX subscription_due ON subscription (period_end);

CREATE TABLE scheduled_change (
    org_id           TEXT    NOT NULL REFERENCES organization (id),
    id               TEXT    NOT NULL,
    plan             TEXT    NOT NULL,
    billing_interval TEXT    NOT NULL,
    licenses         INTEGER NOT NULL,
    storage          INTEGER NOT NULL,
    participants     INTEGER NOT NULL,
    effective_at     BIGINT  NOT NULL,
    created_at       BIGINT  NOT NULL,
    created_by       TEXT    NOT NULL,
    version          BIGINT  NOT NULL,
    PRIMARY KEY (org_id, id),
    UNIQUE (org_id)
);

CREATE TABLE invoice (
    org_id    TEXT   NOT NULL REFERENCES organization (id),
    id        TEXT   NOT NULL,
    number    TEXT   NOT NULL,
    issued_at BIGINT NOT NULL,
    lines     TEXT   NOT NULL,
    total     BIGINT NOT NULL,
    currency  TEXT   NOT NULL,
    state     TEXT   NOT NULL,
    paid_at   BIGINT,
    retry_at  BIGINT,
    version   BIGINT NOT NULL,
    PRIMARY KEY (org_id, id),
    UNIQUE (org_id, number)
);
CREATE INDEX invoice_order ON invoice (org_id, issued_at, id);

CREATE TABLE payment_method (
    org_id       TEXT    NOT NULL REFERENCES organization (id),
    id           TEXT    NOT NULL,
    brand        TEXT    NOT NULL,
    last_four    TEXT    NOT NULL,
    expiry_month INTEGER NOT NULL,
    expiry_year  INTEGER NOT NULL,
    is_default   INTEGER NOT NULL,
    declined     INTEGER NOT NULL,
    version      BIGINT  NOT NULL,
    PRIMARY KEY (org_id, id)
);

CREATE TABLE audit (
    org_id       TEXT   NOT NULL REFERENCES organization (id),
    id           TEXT   NOT NULL,
    at           BIGINT NOT NULL,
    actor_id     TEXT,
    actor_name   TEXT   NOT NULL,
    actor_email  TEXT   NOT NULL,
    on_behalf_of TEXT,
    action       TEXT   NOT NULL,
    object_type  TEXT   NOT NULL,
    object_id    TEXT   NOT NULL,
    object_name  TEXT   NOT NULL,
    before_json  TEXT,
    after_json   TEXT,
    address      TEXT   NOT NULL,
    PRIMARY KEY (org_id, id)
);
CREATE INDEX audit_order ON audit (org_id, at, id);

-- The latest change of each object; reading it from 0 is the snapshot.
CREATE TABLE change (
    org_id     TEXT    NOT NULL REFERENCES organization (id),
    seq        BIGINT  NOT NULL,
    collection TEXT    NOT NULL,
    object_id  TEXT    NOT NULL,
    deleted    INTEGER NOT NULL,
    at         BIGINT  NOT NULL,
    PRIMARY KEY (org_id, seq),
    UNIQUE (org_id, collection, object_id)
);
CREATE INDEX change_tombstone ON change (at) WHERE deleted = 1;

-- What became of a key; scope_id is the organization, or the account for what stands outside one.
CREATE TABLE op_done (
    scope_id    TEXT    NOT NULL,
    op_id       TEXT    NOT NULL,
    fingerprint TEXT    NOT NULL,
    status      INTEGER NOT NULL,
    result      TEXT,
    version     BIGINT,
    change_seq  BIGINT,
    created_at  BIGINT  NOT NULL,
    PRIMARY KEY (scope_id, op_id)
);
CREATE INDEX op_done_age ON op_done (created_at);
