-- CreateTable
CREATE TABLE "sync_cursor" (
    "environment" TEXT NOT NULL,
    "stream" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'idle',
    "sentence" TEXT,
    "request_id" TEXT,
    "wait_until" TIMESTAMPTZ,
    "read_until" TIMESTAMPTZ,
    "looked_back_at" TIMESTAMPTZ,
    "pass_from" TIMESTAMPTZ,
    "pass_until" TIMESTAMPTZ,
    "pass_newest" TIMESTAMPTZ,
    "pass_reached" TIMESTAMPTZ,
    "page_token" TEXT,
    "rows_read" INTEGER NOT NULL DEFAULT 0,
    "rows_new" INTEGER NOT NULL DEFAULT 0,
    "last_run_at" TIMESTAMPTZ,
    "last_ok_at" TIMESTAMPTZ,
    "days" INTEGER,
    "started_at" TIMESTAMPTZ,
    "started_by_email" TEXT,

    CONSTRAINT "sync_cursor_pkey" PRIMARY KEY ("environment","stream","purpose")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "environment" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "repeats" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("environment","message_id")
);

-- CreateTable
CREATE TABLE "webhook_refusal" (
    "environment" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "last_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_refusal_pkey" PRIMARY KEY ("environment","reason")
);

-- CreateIndex
CREATE INDEX "webhook_delivery_environment_received_at_idx" ON "webhook_delivery"("environment", "received_at");
