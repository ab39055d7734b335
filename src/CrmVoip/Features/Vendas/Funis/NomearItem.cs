using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Vendas.Funis;

/// <summary>The dialog that asks for a name.</summary>
public sealed record NomeDoItem(string Titulo, string Botao, string Acao, NomeForm Form);

public static class NomearItemExtensions
{
    public static IActionResult PedirNome(this Controller controller, NomeDoItem item, int status = StatusCodes.Status200OK) => controller.Tela("Nome", item, status);

    /// <summary>Does it with the name that was given, and goes back to the lists; asks again where the name does not do.</summary>
    public static async Task<IActionResult> NomearAsync<T>(this Controller controller, NomeDoItem item, Func<string, Task<Resultado<T>>> comando, Func<T, string> feito)
        where T : notnull
    {
        if (!controller.ModelState.IsValid)
        {
            return controller.PedirNome(item, StatusCodes.Status422UnprocessableEntity);
        }

        var nomeado = await comando(item.Form.Limpo);
        return controller.RecusouCampo(nomeado.Recusa)
            ? controller.PedirNome(item, StatusCodes.Status422UnprocessableEntity)
            : controller.Responder(nomeado, um => controller.IrPara(ConfiguracoesController.Caminho, feito(um)));
    }
}
