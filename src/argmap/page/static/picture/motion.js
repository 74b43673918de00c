// What moves by itself, and that it does not where the reader wants less motion.

const GLIDE_TIME = 200;

/** Whether the reader wants less motion. */
export const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Calls `step` with a share from 0 to 1, eased, until `time` is over; gives a function that ends it. */
export const eased = (step, time = GLIDE_TIME) => {
  if (calm()) {
    step(1);
    return () => {};
  }
  const start = performance.now();
  let frame = requestAnimationFrame(function next(now) {
    const share = Math.min(1, Math.max(0, (now - start) / time));
    step(1 - (1 - share) ** 3);
    frame = share < 1 ? requestAnimationFrame(next) : 0;
  });
  return () => cancelAnimationFrame(frame);
};

/** Lets an element that now stands at `to` come from `from`; one that is new appears on the way. */
export const glide = (element, from, to, appears) => {
  if (calm() || (from.x === to.x && from.y === to.y && !appears)) return;
  const at = ({ x, y }) => `translate(${x}px, ${y}px)`;
  element.animate(
    [
      { transform: at(from), ...(appears && { opacity: 0 }) },
      { transform: at(to), ...(appears && { opacity: 1 }) },
    ],
    { duration: GLIDE_TIME, easing: "cubic-bezier(.2,.7,.3,1)" },
  );
};

/** Lets an element appear when the others have nearly arrived. */
export const appear = (element) => {
  if (calm()) return;
  const steps = [{ opacity: 0 }, { opacity: 0, offset: 0.4 }, { opacity: 1 }];
  element.animate(steps, { duration: GLIDE_TIME * 1.4 });
};
