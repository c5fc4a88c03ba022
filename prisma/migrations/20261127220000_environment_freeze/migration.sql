-- CreateTable
CREATE TABLE "environment_freeze" (
    "environment" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_by_email" TEXT NOT NULL,
    "ends_at" TIMESTAMPTZ,

    CONSTRAINT "environment_freeze_pkey" PRIMARY KEY ("environment")
);
