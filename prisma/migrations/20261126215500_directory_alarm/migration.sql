-- CreateTable
CREATE TABLE "directory_alarm" (
    "id" UUID NOT NULL,
    "environment" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "directory_id" TEXT NOT NULL DEFAULT '',
    "first_at" TIMESTAMPTZ NOT NULL,
    "last_at" TIMESTAMPTZ NOT NULL,
    "deleted" INTEGER NOT NULL,
    "users_before" INTEGER,
    "raised_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "acknowledged_at" TIMESTAMPTZ,
    "acknowledged_by_email" TEXT,

    CONSTRAINT "directory_alarm_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "directory_alarm_environment_organization_id_last_at_idx" ON "directory_alarm"("environment", "organization_id", "last_at");
