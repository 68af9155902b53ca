import type { ControlRoute } from './call.js';

/** What is served here: each provider with the base URL to give to a client. */
export const providersRoute: ControlRoute = {
  path: '/providers',
  methods: {
    GET: ({ mock, url }) => ({
      providers: mock.providers().map((provider) => ({ ...provider, baseUrl: `${url}${provider.basePath}` })),
    }),
  },
};
