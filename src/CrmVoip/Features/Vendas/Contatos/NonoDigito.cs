using CrmVoip.Domain;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Vendas.Contatos;

public static class NonoDigito
{
    /// <summary>At a field with a number from before 2016: the number of today, for a person to take. Never taken in silence.</summary>
    public static void OferecerNonoDigito(this Controller controller, string campo, string? texto)
    {
        if (NumeroDeTelefone.Ler(texto) is null && NumeroDeTelefone.Sugerir(texto) is { } sugerido)
        {
            controller.ViewData[EscolhaDoCampo.Chave] = new Dictionary<string, EscolhaDoCampo>
            {
                [campo] = new("", null, $"Usar {sugerido.Nacional}", sugerido.Nacional),
            };
        }
    }
}
