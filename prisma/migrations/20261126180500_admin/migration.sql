-- AlterTable
ALTER TABLE "staff" ADD COLUMN     "role_source" TEXT;

-- AlterTable
ALTER TABLE "staff_session" ADD COLUMN     "ip" TEXT;

-- CreateTable
CREATE TABLE "operation_probe" (
    "environment" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "sentence" TEXT,
    "request_id" TEXT,
    "probed_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "operation_probe_pkey" PRIMARY KEY ("environment","operation")
);
