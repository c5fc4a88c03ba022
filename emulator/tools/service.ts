import type { services } from '@/lib/scalekit/services';
import type { Environment } from '../environment';
import type { Implementation } from '../service';
import { toTool } from './catalogue';
import { executeTool } from './execute-tool';
import { listAvailableTools, listScopedTools, listTools } from './lists';
import { createOwnTool, deleteOwnTool, setDefaultTool, updateOwnTool } from './own-tools';

/** ToolService: the tools of about 350 providers, of which a dozen can be run. */
export function toolService(environment: Environment): Implementation<typeof services.tools> {
  return {
    listTools: (request) => listTools(environment, request),
    listScopedTools: (request) => listScopedTools(environment, request),
    listAvailableTools: (request) => listAvailableTools(environment, request),
    executeTool: (request) => executeTool(environment, request),
    createTool: ({ tool }) => ({ tool: toTool(createOwnTool(environment, tool)) }),
    updateTool: ({ tool }) => ({ tool: toTool(updateOwnTool(environment, tool)) }),
    setToolDefault: (request) => ({ tool: setDefaultTool(environment, request) }),
    deleteTool({ id }) {
      deleteOwnTool(environment, id);
      return {};
    },
  };
}
