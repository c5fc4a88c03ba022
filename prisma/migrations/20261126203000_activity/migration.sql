-- A schema of its own: Prisma would take the partitions, which come and go, for tables that its models lack.
CREATE SCHEMA "activity";

-- What happened at Scalekit, as far as it can be known: one table, so that one keyset query reads the whole timeline.
-- First by stream, since each has its own retention; then by month, so that old months are dropped and not deleted.
-- There is no default partition: a month's partition is made before its first insert (lib/audit/activity/partitions.ts).
CREATE TABLE "activity"."entry" (
    "stream" TEXT NOT NULL, -- event, login or change
    "environment" TEXT NOT NULL,
    "id" TEXT NOT NULL, -- the event's, the auth request's, or one of ours for a change
    "at" TIMESTAMPTZ NOT NULL,
    "since" TIMESTAMPTZ, -- of a change found later: it happened after this and not after "at"
    "type" TEXT NOT NULL,
    "source" TEXT NOT NULL, -- scalekit, directory, login_log or snapshot
    "outcome" TEXT, -- ok, failed or pending
    "organization_id" TEXT,
    "connection_id" TEXT,
    "user_id" TEXT,
    "email" TEXT, -- of the person it is about, in lower case
    "target_type" TEXT,
    "target_id" TEXT,
    "auth_request_id" TEXT,
    "actor" TEXT,
    "words" TEXT NOT NULL DEFAULT '', -- what free text finds, in lower case
    "data" JSONB NOT NULL DEFAULT '{}', -- without secrets
    "received_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "entry_pkey" PRIMARY KEY ("environment", "at", "id", "stream")
) PARTITION BY LIST ("stream");

CREATE TABLE "activity"."event" PARTITION OF "activity"."entry" FOR VALUES IN ('event') PARTITION BY RANGE ("at");
CREATE TABLE "activity"."login" PARTITION OF "activity"."entry" FOR VALUES IN ('login') PARTITION BY RANGE ("at");
CREATE TABLE "activity"."change" PARTITION OF "activity"."entry" FOR VALUES IN ('change') PARTITION BY RANGE ("at");

CREATE INDEX "entry_environment_organization_id_at_id_idx" ON "activity"."entry"("environment", "organization_id", "at", "id");
CREATE INDEX "entry_environment_type_at_id_idx" ON "activity"."entry"("environment", "type", "at", "id");
CREATE INDEX "entry_environment_email_at_id_idx" ON "activity"."entry"("environment", "email", "at", "id");
CREATE INDEX "entry_environment_user_id_at_id_idx" ON "activity"."entry"("environment", "user_id", "at", "id");
CREATE INDEX "entry_environment_connection_id_at_id_idx" ON "activity"."entry"("environment", "connection_id", "at", "id");
CREATE INDEX "entry_environment_target_id_at_id_idx" ON "activity"."entry"("environment", "target_id", "at", "id");
CREATE INDEX "entry_environment_auth_request_id_idx" ON "activity"."entry"("environment", "auth_request_id");

-- A unique index of a partitioned table must hold the month, so this one makes ids unique across months.
CREATE TABLE "activity"."entry_id" (
    "environment" TEXT NOT NULL,
    "stream" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "entry_id_pkey" PRIMARY KEY ("environment", "stream", "id")
);
