/**
 * What NutUI’s stylesheets say of variants that our components never ask for: buttons of other kinds, sizes and frames, popups from other sides, right-to-left
 * text, icons that jump. They travel to every phone otherwise. Who asks for one of them in src/components takes it out of here.
 */
const neverAsked = [
  /nut-rtl|\[dir=rtl\]/,
  /nut-button-(success|warning|danger|info|dashed|none|mini|small|large|xlarge|square|icononly)\b/,
  /nut-button-[a-z]+-(dashed|none)\b/,
  /nut-popup-(left|right|top|center|title)\b/,
  /nut-icon-am-(jump|bounce|breathe|flash|blink)/,
]

const leanStyles = () => ({
  postcssPlugin: 'lean-styles',
  Rule(rule) {
    if (!/[\\/]@nutui[\\/]/.test(rule.source?.input.file ?? '')) return
    const asked = rule.selectors.filter((selector) => !neverAsked.some((variant) => variant.test(selector)))
    if (asked.length === 0) rule.remove()
    else if (asked.length < rule.selectors.length) rule.selectors = asked
  },
})
leanStyles.postcss = true
module.exports = leanStyles
