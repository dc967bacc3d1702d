/** 国籍: ISO 3166-1 alpha-3 with the names people use; those met most often in Chinese workplaces first, the rest by region. */
const table = `
CHN 中国;KOR 韩国;JPN 日本;USA 美国;GBR 英国;VNM 越南;MMR 缅甸;PHL 菲律宾;RUS 俄罗斯;IND 印度;PAK 巴基斯坦;DEU 德国;FRA 法国;CAN 加拿大;AUS 澳大利亚;MYS 马来西亚;SGP 新加坡;IDN 印度尼西亚;THA 泰国;LAO 老挝;
KHM 柬埔寨;PRK 朝鲜;MNG 蒙古;KAZ 哈萨克斯坦;KGZ 吉尔吉斯斯坦;TJK 塔吉克斯坦;UZB 乌兹别克斯坦;TKM 土库曼斯坦;AFG 阿富汗;NPL 尼泊尔;BTN 不丹;BGD 孟加拉国;LKA 斯里兰卡;MDV 马尔代夫;BRN 文莱;TLS 东帝汶;
IRN 伊朗;IRQ 伊拉克;TUR 土耳其;SYR 叙利亚;LBN 黎巴嫩;ISR 以色列;PSE 巴勒斯坦;JOR 约旦;SAU 沙特阿拉伯;YEM 也门;OMN 阿曼;ARE 阿联酋;QAT 卡塔尔;BHR 巴林;KWT 科威特;GEO 格鲁吉亚;ARM 亚美尼亚;AZE 阿塞拜疆;CYP 塞浦路斯;
ITA 意大利;ESP 西班牙;PRT 葡萄牙;NLD 荷兰;BEL 比利时;LUX 卢森堡;CHE 瑞士;AUT 奥地利;IRL 爱尔兰;DNK 丹麦;SWE 瑞典;NOR 挪威;FIN 芬兰;ISL 冰岛;POL 波兰;CZE 捷克;SVK 斯洛伐克;HUN 匈牙利;ROU 罗马尼亚;BGR 保加利亚;GRC 希腊;
UKR 乌克兰;BLR 白俄罗斯;MDA 摩尔多瓦;LTU 立陶宛;LVA 拉脱维亚;EST 爱沙尼亚;SRB 塞尔维亚;HRV 克罗地亚;SVN 斯洛文尼亚;BIH 波黑;MNE 黑山;MKD 北马其顿;ALB 阿尔巴尼亚;MLT 马耳他;MCO 摩纳哥;AND 安道尔;SMR 圣马力诺;LIE 列支敦士登;VAT 梵蒂冈;
EGY 埃及;LBY 利比亚;TUN 突尼斯;DZA 阿尔及利亚;MAR 摩洛哥;SDN 苏丹;SSD 南苏丹;ETH 埃塞俄比亚;ERI 厄立特里亚;DJI 吉布提;SOM 索马里;KEN 肯尼亚;UGA 乌干达;TZA 坦桑尼亚;RWA 卢旺达;BDI 布隆迪;COD 刚果（金）;COG 刚果（布）;GAB 加蓬;
CMR 喀麦隆;CAF 中非;TCD 乍得;GNQ 赤道几内亚;STP 圣多美和普林西比;NGA 尼日利亚;NER 尼日尔;BEN 贝宁;TGO 多哥;GHA 加纳;CIV 科特迪瓦;BFA 布基纳法索;MLI 马里;SEN 塞内加尔;GMB 冈比亚;GIN 几内亚;GNB 几内亚比绍;SLE 塞拉利昂;LBR 利比里亚;
MRT 毛里塔尼亚;CPV 佛得角;AGO 安哥拉;ZMB 赞比亚;ZWE 津巴布韦;MWI 马拉维;MOZ 莫桑比克;MDG 马达加斯加;MUS 毛里求斯;SYC 塞舌尔;COM 科摩罗;BWA 博茨瓦纳;NAM 纳米比亚;ZAF 南非;LSO 莱索托;SWZ 斯威士兰;
MEX 墨西哥;GTM 危地马拉;BLZ 伯利兹;SLV 萨尔瓦多;HND 洪都拉斯;NIC 尼加拉瓜;CRI 哥斯达黎加;PAN 巴拿马;CUB 古巴;HTI 海地;DOM 多米尼加;JAM 牙买加;TTO 特立尼达和多巴哥;BHS 巴哈马;BRB 巴巴多斯;DMA 多米尼克;GRD 格林纳达;LCA 圣卢西亚;
VCT 圣文森特和格林纳丁斯;KNA 圣基茨和尼维斯;ATG 安提瓜和巴布达;COL 哥伦比亚;VEN 委内瑞拉;GUY 圭亚那;SUR 苏里南;ECU 厄瓜多尔;PER 秘鲁;BOL 玻利维亚;BRA 巴西;PRY 巴拉圭;URY 乌拉圭;CHL 智利;ARG 阿根廷;
NZL 新西兰;PNG 巴布亚新几内亚;FJI 斐济;SLB 所罗门群岛;VUT 瓦努阿图;WSM 萨摩亚;TON 汤加;KIR 基里巴斯;FSM 密克罗尼西亚;MHL 马绍尔群岛;PLW 帕劳;NRU 瑙鲁;TUV 图瓦卢;COK 库克群岛;NIU 纽埃`

export const nationalityChoices: readonly { readonly value: string; readonly label: string }[] = table
  .split(';')
  .map((row) => row.trim())
  .map((row) => ({ value: row.slice(0, 3), label: row.slice(4) }))
