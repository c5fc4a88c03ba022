import { z } from 'zod';
import { hoursAgo, imitate, limit, type ToolContext, times, UpstreamFailure } from '../imitation';
import { subjects } from './words.data';

const repositories = ['console', 'billing', 'docs', 'infrastructure'];
const owner = z.string().min(1).describe('Login of the owner');
const repo = z.string().min(1).describe('Name of the repository');

function login({ identifier }: ToolContext): string {
  return (identifier.split('@')[0] ?? identifier).replaceAll(/[^a-zA-Z0-9-]/g, '-');
}

function repository(context: ToolContext, name: string) {
  return {
    id: 700_000 + name.length * 1931,
    name,
    full_name: `${login(context)}/${name}`,
    private: name !== 'docs',
    default_branch: 'main',
    open_issues_count: context.random.below(40),
    pushed_at: hoursAgo(context, name.length * 3),
  };
}

function assertRepository(name: string): void {
  if (!repositories.includes(name)) throw new UpstreamFailure(404, 'not_found', 'Not Found');
}

const issue = (context: ToolContext, number: number) => ({
  number,
  title: context.random.pick(subjects),
  state: number % 4 === 0 ? 'closed' : 'open',
  user: { login: login(context) },
  created_at: hoursAgo(context, number),
});

export const github = [
  imitate('github_user_get_authenticated', 'Get the person whose account this is.', {}, (_, context) => ({
    login: login(context),
    id: 1_000_000 + context.random.below(900_000),
    email: context.identifier,
    public_repos: repositories.length,
  })),
  imitate(
    'github_user_repos_list',
    'List repositories of the person.',
    { per_page: limit(100, 30) },
    ({ per_page }, context) => ({
      repositories: repositories.slice(0, per_page).map((name) => repository(context, name)),
    }),
  ),
  imitate('github_repo_get', 'Get a repository.', { owner, repo }, ({ repo: name }, context) => {
    assertRepository(name);
    return repository(context, name);
  }),
  imitate(
    'github_issues_list',
    'List issues of a repository.',
    { owner, repo, state: z.enum(['open', 'closed', 'all']).default('open'), per_page: limit(100) },
    ({ repo: name, state, per_page }, context) => {
      assertRepository(name);
      const issues = times(per_page * 2, (index) => issue(context, 240 - index));
      return { issues: issues.filter((one) => state === 'all' || one.state === state).slice(0, per_page) };
    },
  ),
  imitate(
    'github_issue_create',
    'Create an issue in a repository.',
    { owner, repo, title: z.string().min(1).max(256), body: z.string().optional() },
    ({ repo: name, title, body }, context) => {
      assertRepository(name);
      return { ...issue(context, 241), title, body: body ?? '', state: 'open' };
    },
  ),
];
