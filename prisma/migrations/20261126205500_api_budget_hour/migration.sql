-- CreateTable
CREATE TABLE "api_budget_hour" (
    "environment" TEXT NOT NULL,
    "hour" TIMESTAMPTZ NOT NULL,
    "taken" INTEGER NOT NULL,
    "limits" INTEGER NOT NULL,

    CONSTRAINT "api_budget_hour_pkey" PRIMARY KEY ("environment", "hour")
);
