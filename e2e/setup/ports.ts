/** Apart from the demo's, so that both can run at once. */
export const e2ePorts = {
  console: Number(process.env.E2E_PORT || 3100),
  emulator: Number(process.env.E2E_EMULATOR_PORT || 4110),
};

export const e2eDataFolder = '.data/e2e';
