using Microsoft.AspNetCore.Mvc.Rendering;

namespace CrmVoip.Features.Vendas.Lista;

public static class OrdensDaLista
{
    public static string EmPalavras(this OrdemDaLista ordem) => ordem switch
    {
        OrdemDaLista.Valor => "Maior valor primeiro",
        OrdemDaLista.Etapa => "Há mais tempo na etapa",
        OrdemDaLista.Passo => "Próximo passo",
        _ => "Atualizadas há pouco",
    };

    /// <summary>What does not stand in the address is the first of them.</summary>
    public static IReadOnlyList<SelectListItem> Escolhas(this OrdemDaLista escolhida) =>
    [
        .. Enum.GetValues<OrdemDaLista>().Select(o => new SelectListItem(
            o.EmPalavras(), o == OrdemDaLista.Atualizada ? "" : o.ToString().ToLowerInvariant(), o == escolhida)),
    ];
}
