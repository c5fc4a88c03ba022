import 'server-only';
import { AppError } from '@/lib/errors';
import type { ScalekitClient } from '@/lib/scalekit/client';
import { toToolDetail } from './rows';
import type { ToolDetail } from './schema';

/** A tool by its name, its default version first: the API has a list and no single read. @throws AppError not_found */
export async function readTool(scalekit: ScalekitClient, name: string): Promise<ToolDetail> {
  const { tools } = await scalekit.tools.listTools({ filter: { toolName: [name] }, pageSize: 10 });
  const named = tools.map(toToolDetail).filter((tool) => tool.name === name);
  const found = named.find(({ isDefault }) => isDefault) ?? named[0];
  if (!found) throw new AppError('not_found', `There is no tool ${name}.`);
  return found;
}
