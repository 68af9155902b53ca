#!/usr/bin/env node
import module from 'node:module';

// Before anything of ours is loaded: what node has compiled once it need not compile again. Node 22.8 and later can.
(module as { enableCompileCache?: () => void }).enableCompileCache?.();
await (await import('./start.js')).start();
