"""Which documents show that somebody belongs to a category, as clinics and the line 1414 usually ask for them.

No act was seen that lists them, so the page says that others may be asked for. Categories that nobody proves on paper
themselves, such as those in custody, are left out: their source tells of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from saqta.basis.text import Text

IDENTITY = Text(
    ru="удостоверение личности или цифровой документ eGov Mobile",
    kk="жеке куәлік немесе eGov Mobile цифрлық құжаты",
    en="an identity card, or the digital document in eGov Mobile",
)

DOCUMENTS: Mapping[str, Text] = MappingProxyType(
    {
        "registered_unemployed": Text(
            ru="справка центра занятости о регистрации безработным",
            kk="жұмыссыз ретінде тіркелу туралы еңбек мобильділігі орталығының анықтамасы",
            en="a certificate of the employment centre that you are registered as unemployed",
        ),
        "pregnant_not_working": Text(
            ru="справка женской консультации о постановке на учёт по беременности",
            kk="жүктілік бойынша есепке тұру туралы әйелдер консультациясының анықтамасы",
            en="a certificate of the women's clinic that the pregnancy is registered",
        ),
        "parent_of_child_under_3": Text(
            ru="свидетельство о рождении ребёнка",
            kk="баланың туу туралы куәлігі",
            en="the birth certificate of the child",
        ),
        "parental_leave": Text(
            ru="приказ работодателя об отпуске и свидетельство о рождении ребёнка",
            kk="жұмыс берушінің демалыс туралы бұйрығы және баланың туу туралы куәлігі",
            en="the employer's order on the leave and the birth certificate of the child",
        ),
        "carer_of_disabled_child": Text(
            ru="справка о назначении пособия воспитывающему ребёнка с инвалидностью",
            kk="мүгедектігі бар баланы тәрбиелеушіге жәрдемақы тағайындау туралы анықтама",
            en="a certificate of the allowance for raising a child with a disability",
        ),
        "pensioner": Text(
            ru="пенсионное удостоверение или справка о назначении пенсии",
            kk="зейнеткер куәлігі немесе зейнетақы тағайындау туралы анықтама",
            en="the pension certificate, or a certificate that a pension is paid",
        ),
        "war_veteran": Text(
            ru="удостоверение ветерана Великой Отечественной войны",
            kk="Ұлы Отан соғысы ардагерінің куәлігі",
            en="the certificate of a veteran of the Great Patriotic War",
        ),
        "kandas_not_working": Text(ru="удостоверение кандаса", kk="қандас куәлігі", en="the certificate of a kandas"),
        "awarded_mother": Text(
            ru="удостоверение к подвеске, званию или ордену",
            kk="алқаға, атаққа немесе орденге берілген куәлік",
            en="the certificate of the pendant, title or order",
        ),
        "disability": Text(
            ru="справка об инвалидности",
            kk="мүгедектік туралы анықтама",
            en="the certificate of disability",
        ),
        "full_time_student": Text(
            ru="справка школы, колледжа или вуза об очной учёбе",
            kk="күндізгі оқу туралы мектептің, колледждің немесе жоғары оқу орнының анықтамасы",
            en="a certificate of the school, college or university that you study full time",
        ),
        "carer_of_group_1_disabled": Text(
            ru="справка о пособии по уходу за лицом с инвалидностью первой группы",
            kk="бірінші топтағы мүгедектігі бар адамға күтім жасау жәрдемақысы туралы анықтама",
            en="a certificate of the allowance for the care of a person with a disability of the first group",
        ),
        "social_assistance": Text(
            ru="справка о назначении адресной социальной помощи",
            kk="атаулы әлеуметтік көмек тағайындау туралы анықтама",
            en="a certificate of targeted social assistance",
        ),
        "exempt_service": Text(
            ru="служебное удостоверение или справка с места службы",
            kk="қызметтік куәлік немесе қызмет орнынан анықтама",
            en="the service card, or a certificate from where you serve",
        ),
    }
)
"""The document of each category that people prove themselves."""
