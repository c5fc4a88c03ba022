// Runs in the page before its own scripts: looks once a frame, and marks the time when the 50th row has been painted.
// A script of its own and not a function of load-page.ts: tsx would put helpers into that which the page lacks.
(() => {
  const look = () => {
    const box = document.querySelectorAll('tbody tr')[49]?.getBoundingClientRect();
    const isOnScreen = box !== undefined && box.height > 0 && box.bottom <= window.innerHeight;
    if (isOnScreen) requestAnimationFrame(() => performance.mark('row painted'));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();
