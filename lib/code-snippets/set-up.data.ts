/** The first lines of a program, and how the answer is kept. Credentials come from the surroundings, never from the text. */
export const clientLines = {
  node: `import { Scalekit } from '@scalekit-sdk/node';

const scalekit = new Scalekit(
  process.env.SCALEKIT_ENVIRONMENT_URL,
  process.env.SCALEKIT_CLIENT_ID,
  process.env.SCALEKIT_CLIENT_SECRET,
);`,
  python: `import os
from scalekit import ScalekitClient

client = ScalekitClient(
    env_url=os.environ["SCALEKIT_ENVIRONMENT_URL"],
    client_id=os.environ["SCALEKIT_CLIENT_ID"],
    client_secret=os.environ["SCALEKIT_CLIENT_SECRET"],
)`,
  go: `client := scalekit.NewScalekitClient(
	os.Getenv("SCALEKIT_ENVIRONMENT_URL"),
	os.Getenv("SCALEKIT_CLIENT_ID"),
	os.Getenv("SCALEKIT_CLIENT_SECRET"),
)`,
  java: `import com.scalekit.ScalekitClient;

ScalekitClient client = new ScalekitClient(
    System.getenv("SCALEKIT_ENVIRONMENT_URL"),
    System.getenv("SCALEKIT_CLIENT_ID"),
    System.getenv("SCALEKIT_CLIENT_SECRET"));`,
};

/** How the SDK of each language gets into a project. */
export const installLines = {
  node: [{ title: 'npm', text: 'npm install @scalekit-sdk/node' }],
  python: [{ title: 'pip', text: 'pip install scalekit-sdk-python' }],
  go: [{ title: 'go get', text: 'go get github.com/scalekit-inc/scalekit-sdk-go/v2' }],
  java: [
    { title: 'Gradle', text: 'implementation "com.scalekit:scalekit-sdk-java:<version>"' },
    {
      title: 'Maven',
      text: `<dependency>
  <groupId>com.scalekit</groupId>
  <artifactId>scalekit-sdk-java</artifactId>
  <version>&lt;version&gt;</version>
</dependency>`
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>'),
    },
  ],
};

/** A request is let in when its key is a live one; what the key says narrows the data. */
export const middlewareLines = {
  node: `import { ScalekitValidateTokenFailureException } from '@scalekit-sdk/node';

export async function requireApiKey(request, response, next) {
  const key = request.headers.authorization?.replace(/^Bearer /, '');
  if (!key) return response.status(401).json({ error: 'An API key is missing' });
  try {
    const { tokenInfo } = await scalekit.token.validateToken(key);
    request.organizationId = tokenInfo.organizationId;
    request.userId = tokenInfo.userId;
    next();
  } catch (error) {
    if (!(error instanceof ScalekitValidateTokenFailureException)) return next(error);
    response.status(401).json({ error: 'The API key is not valid' });
  }
}`,
  python: `from fastapi import Header, HTTPException
from scalekit.common.exceptions import ScalekitValidateTokenFailureException


def require_api_key(authorization: str = Header(default="")):
    key = authorization.removeprefix("Bearer ")
    if not key:
        raise HTTPException(401, "An API key is missing")
    try:
        return client.tokens.validate_token(token=key).token_info
    except ScalekitValidateTokenFailureException:
        raise HTTPException(401, "The API key is not valid")`,
  go: `func requireApiKey(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		key := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
		result, err := client.Token().ValidateToken(r.Context(), key)
		if errors.Is(err, scalekit.ErrTokenValidationFailed) || key == "" {
			http.Error(w, "The API key is not valid", http.StatusUnauthorized)
			return
		}
		if err != nil {
			http.Error(w, "The API key could not be checked", http.StatusServiceUnavailable)
			return
		}
		ctx := context.WithValue(r.Context(), keyOfRequest{}, result.TokenInfo)
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}`,
};
