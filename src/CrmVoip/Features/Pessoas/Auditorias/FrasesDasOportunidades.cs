using CrmVoip.Domain.Atividades;
using CrmVoip.Web;
using static CrmVoip.Features.Pessoas.Auditorias.FraseDoFato;

namespace CrmVoip.Features.Pessoas.Auditorias;

internal static class FrasesDasOportunidades
{
    public static readonly IReadOnlyList<FraseDoFato> Todas =
    [
        FraseDoFato.De<OportunidadeCriada>(Assunto.Oportunidades, (_, _) => "Criou a oportunidade"),
        FraseDoFato.De<OportunidadeEditada>(Assunto.Oportunidades, (a, _) => $"Alterou {a.CamposEmPalavras()} da oportunidade"),
        FraseDoFato.De<OportunidadeMovida>(Assunto.Oportunidades, (a, _) => "Moveu a oportunidade" + Com(" de ", a.De) + Com(" para ", a.Para)),
        FraseDoFato.De<OportunidadeGanha>(Assunto.Oportunidades, (_, _) => "Marcou a oportunidade como ganha"),
        FraseDoFato.De<OportunidadePerdida>(Assunto.Oportunidades, (a, _) => "Marcou a oportunidade como perdida" + Com(": ", a.Motivo)),
        FraseDoFato.De<OportunidadePedida>(Assunto.Oportunidades, (_, _) => "Pediu a oportunidade"),
        FraseDoFato.De<OportunidadePassada>(Assunto.Oportunidades, (a, _) => "Passou a oportunidade" + Com(" de ", a.De) + Com(" para ", a.Para)),
        FraseDoFato.De<PedidoRecusado>(Assunto.Oportunidades, (a, _) => "Recusou o pedido da oportunidade" + Com(" de ", a.De)),
        FraseDoFato.De<OportunidadeReaberta>(Assunto.Oportunidades, (_, _) => "Reabriu a oportunidade"),
    ];
}
