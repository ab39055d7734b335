using CrmVoip.Data;
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

    /// <summary>As the address says it; null for the first of them, which does not stand there.</summary>
    public static string? Chave(this OrdemDaLista ordem) => ordem == OrdemDaLista.Atualizada ? null : EnumEmTexto.Texto(ordem);

    public static IReadOnlyList<SelectListItem> Escolhas(this OrdemDaLista escolhida) =>
    [
        .. Enum.GetValues<OrdemDaLista>().Select(o => new SelectListItem(
            o.EmPalavras(), o.Chave() ?? "", o == escolhida)),
    ];
}
