-- CreateTable
CREATE TABLE "activity_view" (
    "id" UUID NOT NULL,
    "environment" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "owner_id" UUID NOT NULL,
    "owner_email" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "activity_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity_view_default" (
    "staff_id" UUID NOT NULL,
    "environment" TEXT NOT NULL,
    "view_id" UUID NOT NULL,

    CONSTRAINT "activity_view_default_pkey" PRIMARY KEY ("staff_id","environment")
);

-- CreateIndex
CREATE INDEX "activity_view_environment_owner_id_idx" ON "activity_view"("environment", "owner_id");

-- AddForeignKey
ALTER TABLE "activity_view_default" ADD CONSTRAINT "activity_view_default_view_id_fkey" FOREIGN KEY ("view_id") REFERENCES "activity_view"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The timeline reads the staff log by time, among the other streams.
CREATE INDEX "staff_log_environment_at_idx" ON "staff_log"("environment", "at");

-- Acts on one object, whatever its type.
CREATE INDEX "staff_log_environment_target_id_idx" ON "staff_log"("environment", "target_id");

-- A session that ends, however it does, ends its live streams in every process.
CREATE FUNCTION tell_session_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('session_ended', OLD."id"::text);
    RETURN OLD;
END
$$;
CREATE TRIGGER "staff_session_ended" AFTER DELETE ON "staff_session" FOR EACH ROW EXECUTE FUNCTION tell_session_ended();
