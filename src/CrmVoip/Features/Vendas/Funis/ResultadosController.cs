using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Funis;

/// <summary>The outcomes of calls: named, ordered, archived and restored, and what each does.</summary>
[DaOrganizacao]
[Route("configuracoes/resultados")]
[Authorize(Policy = Permissoes.ConfigurarFunil)]
public sealed class ResultadosController(CrmDbContext db, MudarResultados mudar) : ArquivaveisController<ResultadoDeLigacao, MudarResultados>(mudar)
{
    private const string Lista = "/configuracoes/resultados";

    [HttpGet("criar")]
    public IActionResult Criar() => Pedir(Novo(new ResultadoForm()), StatusCodes.Status200OK);

    [HttpPost("criar")]
    public Task<IActionResult> Criar(ResultadoForm form, CancellationToken ct) =>
        SalvarAsync(Novo(form), () => Mudar.IncluirAsync(form.Limpo, form.Efeitos, ct), r => $"Resultado “{r.Nome}” incluído.");

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Editar(Guid id, CancellationToken ct) =>
        await AbrirAsync(id, ct) is { } resultado ? Pedir(Outro(resultado, ResultadoForm.De(resultado)), StatusCodes.Status200OK) : NotFound();

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Editar(Guid id, ResultadoForm form, CancellationToken ct) =>
        await AbrirAsync(id, ct) is { } antes
            ? await SalvarAsync(Outro(antes, form), () => Mudar.EditarAsync(id, form.Limpo, form.Efeitos, ct), r => $"Resultado “{r.Nome}” salvo.")
            : NotFound();

    private async Task<IActionResult> SalvarAsync(ResultadoEmEdicao edicao, Func<Task<Resultado<ResultadoDeLigacao>>> comando, Func<ResultadoDeLigacao, string> feito)
    {
        if (!ModelState.IsValid)
        {
            return Pedir(edicao, StatusCodes.Status422UnprocessableEntity);
        }

        var salvo = await comando();
        return this.RecusouCampo(salvo.Recusa)
            ? Pedir(edicao, StatusCodes.Status422UnprocessableEntity)
            : this.Responder(salvo, resultado => this.IrPara(ConfiguracoesController.Caminho, feito(resultado)));
    }

    private IActionResult Pedir(ResultadoEmEdicao edicao, int status) => this.Tela("EditarResultado", edicao, status);

    private Task<ResultadoDeLigacao?> AbrirAsync(Guid id, CancellationToken ct) => db.ResultadosDeLigacao.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct);

    private static ResultadoEmEdicao Novo(ResultadoForm form) => new("Novo resultado de ligação", "Incluir", $"{Lista}/criar", form);

    private static ResultadoEmEdicao Outro(ResultadoDeLigacao resultado, ResultadoForm form) => new($"Editar “{resultado.Nome}”", "Salvar", $"{Lista}/{resultado.Id}", form);
}
