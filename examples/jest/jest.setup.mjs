import { jest } from '@jest/globals';

// @mswjs/data requires msw for a part of it that is not used here, and before Node 24.9 Jest cannot require the modules
// msw is made of. What imports msw gets it as it is.
jest.mock('msw', () => ({}));
