/** The contracts the build compiles into dist/contracts; named so because they are not there before. */
declare module '#contracts/*' {
  const contract: import('../src/engine/loadedContract.js').LoadedContract;
  export default contract;
}
