-- CreateTable
CREATE TABLE "tool_run" (
    "id" UUID NOT NULL,
    "environment" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID NOT NULL,
    "actor_email" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "identifier" TEXT,
    "connector" TEXT,
    "account_id" TEXT,
    "outcome" TEXT NOT NULL,
    "status" INTEGER,
    "execution_id" TEXT,
    "request_id" TEXT,
    "took" INTEGER NOT NULL,

    CONSTRAINT "tool_run_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "tool_run_environment_id_idx" ON "tool_run"("environment", "id" DESC);
