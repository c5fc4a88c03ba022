import { z } from 'zod';
import { hoursAgo, imitate, limit, type ToolContext, times, UpstreamFailure } from '../imitation';
import { people, subjects } from './words.data';

function jiraIssue(context: ToolContext, number: number) {
  return {
    id: String(10_000 + number),
    key: `SUP-${number}`,
    fields: {
      summary: context.random.pick(subjects),
      status: { name: context.random.pick(['To do', 'In progress', 'Done']) },
      assignee: { displayName: context.random.pick(people) },
      created: hoursAgo(context, number),
    },
  };
}

export const jira = [
  imitate('jira_projects_list', 'List projects.', { max_results: limit(50) }, () => ({
    values: [
      { id: '10001', key: 'SUP', name: 'Support' },
      { id: '10002', key: 'OPS', name: 'Operations' },
    ],
  })),
  imitate(
    'jira_issues_search',
    'Search issues by JQL.',
    {
      jql: z.string().min(1).describe('For example: project = SUP AND status != Done'),
      max_results: limit(50),
    },
    ({ max_results }, context) => ({
      issues: times(max_results, (index) => jiraIssue(context, 318 - index)),
      isLast: false,
    }),
  ),
  imitate(
    'jira_issue_get',
    'Get an issue.',
    { issue_id_or_key: z.string().min(1).describe('For example SUP-12') },
    ({ issue_id_or_key }, context) => {
      const number = Number(/^SUP-(\d+)$/.exec(issue_id_or_key)?.[1]);
      if (!number) throw new UpstreamFailure(404, 'not_found', 'Issue does not exist or you cannot see it.');
      return jiraIssue(context, number);
    },
  ),
  imitate(
    'jira_issue_create',
    'Create an issue.',
    {
      project_key: z.string().min(1),
      summary: z.string().min(1).max(255),
      issue_type: z.string().default('Task'),
      description: z.string().optional(),
    },
    ({ project_key }) => ({ id: '10319', key: `${project_key}-319` }),
  ),
];

function linearIssue({ random }: ToolContext, number: number) {
  return {
    id: `${random.text(8)}-${random.text(4)}-${random.text(4)}`.toLowerCase(),
    identifier: `ENG-${number}`,
    title: random.pick(subjects),
    state: { name: random.pick(['Backlog', 'Todo', 'In Progress', 'Done']) },
  };
}

export const linear = [
  imitate('linear_teams_list', 'List teams.', {}, () => ({
    teams: { nodes: [{ id: 'team-eng', key: 'ENG', name: 'Engineering' }] },
  })),
  imitate('linear_issues_list', 'List issues.', { first: limit(50) }, ({ first }, context) => ({
    issues: { nodes: times(first, (index) => linearIssue(context, 90 - index)) },
  })),
  imitate(
    'linear_issue_create',
    'Create an issue.',
    { team_id: z.string().min(1), title: z.string().min(1), description: z.string().optional() },
    ({ title }, context) => ({ success: true, issue: { ...linearIssue(context, 91), title } }),
  ),
];

function notionPage(context: ToolContext, index: number) {
  return {
    object: 'page',
    id: `${context.random.text(8)}-${context.random.text(12)}`.toLowerCase(),
    title: context.random.pick(subjects),
    last_edited_time: hoursAgo(context, index * 7),
  };
}

export const notion = [
  imitate(
    'notion_page_search',
    'Search pages by title.',
    { query: z.string().default(''), page_size: limit(100) },
    ({ page_size }, context) => ({
      object: 'list',
      results: times(page_size, (index) => notionPage(context, index)),
      has_more: false,
    }),
  ),
  imitate('notion_page_get', 'Get a page.', { page_id: z.string().min(1) }, ({ page_id }, context) => ({
    ...notionPage(context, 1),
    id: page_id,
  })),
  imitate(
    'notion_page_create',
    'Create a page.',
    { parent_page_id: z.string().min(1), title: z.string().min(1), content: z.string().optional() },
    ({ parent_page_id, title }, context) => ({
      ...notionPage(context, 0),
      title,
      parent: { type: 'page_id', page_id: parent_page_id },
    }),
  ),
  imitate('notion_user_list', 'List the people of the workspace.', {}, () => ({
    results: people.map((name) => ({ object: 'user', type: 'person', name })),
  })),
];
