-- AlterTable
ALTER TABLE "directory_alarm" ADD COLUMN "mailed_at" TIMESTAMPTZ;

-- What was raised before alarms were mailed is on the desk: nobody is told of it now.
UPDATE "directory_alarm" SET "mailed_at" = CURRENT_TIMESTAMP;
