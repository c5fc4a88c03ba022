-- CreateTable
CREATE TABLE "organization_snapshot" (
    "id" UUID NOT NULL,
    "environment" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "partial" BOOLEAN NOT NULL DEFAULT false,
    "taken_at" TIMESTAMPTZ NOT NULL,
    "seen_at" TIMESTAMPTZ NOT NULL,
    "read_at" TIMESTAMPTZ,
    "ended_at" TIMESTAMPTZ,

    CONSTRAINT "organization_snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "snapshot_part" (
    "environment" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "listed_at" TIMESTAMPTZ,
    "stale_at" TIMESTAMPTZ,

    CONSTRAINT "snapshot_part_pkey" PRIMARY KEY ("environment","organization_id","part")
);

-- CreateTable
CREATE TABLE "snapshot_expiry" (
    "environment" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "snapshot_expiry_pkey" PRIMARY KEY ("environment","organization_id","part","object_id","kind","id")
);

-- CreateTable
CREATE TABLE "snapshot_walk" (
    "environment" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ,
    "finished_at" TIMESTAMPTZ,
    "page_token" TEXT NOT NULL DEFAULT '',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "requested_at" TIMESTAMPTZ,
    "wait_until" TIMESTAMPTZ,
    "notice" TEXT,

    CONSTRAINT "snapshot_walk_pkey" PRIMARY KEY ("environment")
);

-- CreateIndex
CREATE INDEX "organization_snapshot_environment_organization_id_part_obje_idx" ON "organization_snapshot"("environment", "organization_id", "part", "object_id", "id" DESC);

-- CreateIndex
CREATE INDEX "organization_snapshot_environment_part_seen_at_idx" ON "organization_snapshot"("environment", "part", "seen_at");

-- CreateIndex
CREATE INDEX "organization_snapshot_ended_at_idx" ON "organization_snapshot"("ended_at");

-- Of one thing one version is the current one.
CREATE UNIQUE INDEX "organization_snapshot_current" ON "organization_snapshot"("environment", "organization_id", "part", "object_id") WHERE "ended_at" IS NULL;

-- CreateIndex
CREATE INDEX "snapshot_part_environment_stale_at_idx" ON "snapshot_part"("environment", "stale_at") WHERE "stale_at" IS NOT NULL;

-- CreateIndex
CREATE INDEX "snapshot_expiry_environment_expires_at_id_idx" ON "snapshot_expiry"("environment", "expires_at", "id");
