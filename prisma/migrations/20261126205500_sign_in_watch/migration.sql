-- CreateTable
CREATE TABLE "sign_in_watch" (
    "id" UUID NOT NULL,
    "environment" TEXT NOT NULL,
    "organization_id" TEXT,
    "connection_id" TEXT,
    "email" TEXT,
    "ticket" TEXT,
    "state" TEXT NOT NULL DEFAULT 'open',
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,
    "created_by_email" TEXT NOT NULL,
    "ends_at" TIMESTAMPTZ NOT NULL,
    "checked_at" TIMESTAMPTZ,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "seen_request_id" TEXT,
    "seen_at" TIMESTAMPTZ,
    "seen_email" TEXT,
    "dismissed_at" TIMESTAMPTZ,

    CONSTRAINT "sign_in_watch_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "sign_in_watch_environment_created_by_id_id_idx" ON "sign_in_watch"("environment", "created_by_id", "id" DESC);

-- CreateIndex
CREATE INDEX "sign_in_watch_state_environment_idx" ON "sign_in_watch"("state", "environment");
