export default {
  transform: {}, // modules as they are, without Babel
  setupFiles: ['./jest.setup.mjs'],
};
