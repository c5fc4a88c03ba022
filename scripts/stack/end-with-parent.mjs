// Preloaded into the children of a stack: their standard input closes when the parent is gone, even by `kill -9`.
// Next hands the preload on to processes of its own, whose standard input means nothing: those it leaves alone.
if (Number(process.env.KEYDESK_STACK_PID) === process.ppid) {
  process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM'));
  process.stdin.on('error', () => process.kill(process.pid, 'SIGTERM'));
  process.stdin.resume();
  process.stdin.unref?.();
}
