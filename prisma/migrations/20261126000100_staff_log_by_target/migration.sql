-- CreateIndex
CREATE INDEX "staff_log_environment_target_type_target_id_idx" ON "staff_log"("environment", "target_type", "target_id");
