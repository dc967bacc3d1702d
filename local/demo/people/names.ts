import type { Prng } from '../prng'

/** Invented names, put together at random from common parts; any likeness to somebody living is chance. */

const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文'
const doubleSurnames = ['欧阳', '上官', '诸葛', '司马', '慕容', '夏侯', '皇甫', '尉迟']
const male = '伟强磊军洋勇杰涛明超刚平辉鹏飞鑫波斌宇浩凯建国志海峰龙永健立新光亮成东清山松柏栋梁'
const female = '芳娜敏静丽艳娟霞秀燕玲桂红梅琳雪倩颖婷慧莹洁雅萍莉蓉兰凤云英华玉珍珠翠'
const either = '文晓春雨思家嘉欣宁安一子瑞泽远航晨阳乐天堃喆翀昕'

const minorityMale = [
  '艾尼·托乎提',
  '麦麦提·吐尔逊',
  '阿不都热合曼·买买提',
  '努尔兰·哈力木',
  '巴特尔',
  '扎西多吉',
  '次仁旺堆',
  '吐尔逊江·艾合买提',
  '马尔旦·木拉提',
  '依布拉音·阿布都热依木',
]
const minorityFemale = [
  '古丽娜尔·托合提',
  '阿依古丽·艾力',
  '热依汗古丽·阿卜杜拉',
  '迪丽努尔·阿不来提',
  '其其格',
  '卓玛央金',
  '白玛拉姆',
  '帕提古丽·依明',
]

const foreignMale = ['MARCO BELLINO', 'IVAN PETROVSKI', 'DANIEL OKORO', 'TOMAS HERRMANN', 'PARK MINHO']
const foreignFemale = ['ANNA LINDQUIST', 'MARIA SANTELLI', 'KIM SEOYEON', 'ELENA VORONINA']

export type Sex = 'male' | 'female'

/** A name as an identity card of the mainland shows it: two or three characters, now and then a minority name with its middle dot. */
export function residentName(prng: Prng, sex: Sex): string {
  if (prng.chance(0.015)) return prng.pick(sex === 'male' ? minorityMale : minorityFemale)
  const surname = prng.chance(0.01) ? prng.pick(doubleSurnames) : prng.pick(surnameList)
  const given = () => prng.pick(prng.chance(0.3) ? eitherList : sex === 'male' ? maleList : femaleList)
  return prng.chance(0.3) ? `${surname}${given()}` : `${surname}${given()}${given()}`
}

const surnameList = [...surnames]
const maleList = [...male]
const femaleList = [...female]
const eitherList = [...either]

export function foreignName(prng: Prng, sex: Sex): string {
  return prng.pick(sex === 'male' ? foreignMale : foreignFemale)
}
