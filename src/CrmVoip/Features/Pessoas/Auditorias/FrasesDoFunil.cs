using CrmVoip.Domain.Atividades;
using static CrmVoip.Features.Pessoas.Auditorias.FraseDoFato;

namespace CrmVoip.Features.Pessoas.Auditorias;

internal static class FrasesDoFunil
{
    public static readonly IReadOnlyList<FraseDoFato> Todas =
    [
        FraseDoFato.De<EtapaIncluida>(Assunto.Funil, (a, _) => "Incluiu a etapa" + Com(" ", a.Nome)),
        FraseDoFato.De<EtapaRenomeada>(Assunto.Funil, (a, _) => "Mudou o nome da etapa" + Com(" ", a.De) + Com(" para ", a.Nome)),
        FraseDoFato.De<EtapaReordenada>(Assunto.Funil, (a, _) => "Mudou a ordem da etapa" + Com(" ", a.Nome)),
        FraseDoFato.De<EtapaArquivada>(Assunto.Funil, (a, _) => "Arquivou a etapa" + Com(" ", a.Nome) + a.Oportunidades switch
        {
            0 => "",
            1 => ", com 1 oportunidade" + Com(" levada para ", a.Para),
            var n => $", com {n} oportunidades" + Com(" levadas para ", a.Para),
        }),
        FraseDoFato.De<MotivoIncluido>(Assunto.Funil, (a, _) => "Incluiu o motivo de perda" + Com(" ", a.Nome)),
        FraseDoFato.De<MotivoRenomeado>(Assunto.Funil, (a, _) => "Mudou o motivo de perda" + Com(" ", a.De) + Com(" para ", a.Nome)),
        FraseDoFato.De<MotivoReordenado>(Assunto.Funil, (a, _) => "Mudou a ordem do motivo de perda" + Com(" ", a.Nome)),
        FraseDoFato.De<MotivoArquivado>(Assunto.Funil, (a, _) => "Arquivou o motivo de perda" + Com(" ", a.Nome)),
        FraseDoFato.De<MotivoRestaurado>(Assunto.Funil, (a, _) => "Restaurou o motivo de perda" + Com(" ", a.Nome)),
    ];
}
