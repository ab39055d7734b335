using CrmVoip.Data;
using CrmVoip.Domain.Atividades;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>Outcome and note of a call, over what they said when the person began: only what differs from it was changed.</summary>
public sealed record CorrecaoDaLigacao(Guid? ResultadoVisto, Guid? ResultadoId, string? NotaVista, string? Nota)
{
    public bool MudaResultado => ResultadoId != ResultadoVisto;

    public bool MudaNota => Texto(Nota) != Texto(NotaVista);

    public bool ViuResultado(Ligacao ligacao) => ligacao.ResultadoId == ResultadoVisto;

    public bool ViuNota(Ligacao ligacao) => Texto(ligacao.Notas) == Texto(NotaVista);

    /// <summary>What the call says once this is done.</summary>
    public (Guid? ResultadoId, string? Nota) Sobre(Ligacao ligacao) =>
        (MudaResultado ? ResultadoId : ligacao.ResultadoId, MudaNota ? Texto(Nota) : Texto(ligacao.Notas));

    /// <summary>As it is stored: a browser sends each line break as two characters.</summary>
    public static string? Texto(string? nota) => string.IsNullOrWhiteSpace(nota) ? null : nota.ReplaceLineEndings("\n");
}

/// <summary>Somebody changed the same meanwhile: Quem, null when nobody knows. The stored values are the ones of the call.</summary>
public sealed record CorrecaoEmConflito(bool Resultado, bool Nota, string? Quem)
    : Recusa(409, "mudou_antes", "Esta ligação mudou enquanto você editava.");

/// <summary>Corrects outcome and note of a call afterwards. Newer than whatever the telephone said until now, also where that arrives later.</summary>
public sealed class CorrigirLigacao(CrmDbContext db, OrganizacaoAtual atual, Auditoria auditoria, AplicarResultado aplicar, TimeProvider relogio)
{
    public async Task<Resultado<Ligacao>> ExecutarAsync(Guid id, CorrecaoDaLigacao correcao, CancellationToken ct)
    {
        await db.TravarLigacaoAsync(id, ct);
        if (await db.Visiveis(atual).Include(l => l.Resultado).SingleOrDefaultAsync(l => l.Id == id, ct) is not { } ligacao)
        {
            return Recusa.NaoEncontrada;
        }

        var (resultadoId, nota) = correcao.Sobre(ligacao);
        var (mudaResultado, mudaNota) = (resultadoId != ligacao.ResultadoId, nota != CorrecaoDaLigacao.Texto(ligacao.Notas));
        var (disputaResultado, disputaNota) = (mudaResultado && !correcao.ViuResultado(ligacao), mudaNota && !correcao.ViuNota(ligacao));
        return disputaResultado || disputaNota ? new CorrecaoEmConflito(disputaResultado, disputaNota, await QuemMudouAsync(ligacao, ct))
            : mudaResultado || mudaNota ? await SalvarAsync(ligacao, resultadoId, nota, ct)
            : ligacao;
    }

    private async Task<Resultado<Ligacao>> SalvarAsync(Ligacao ligacao, Guid? resultadoId, string? nota, CancellationToken ct)
    {
        var novo = await db.ResultadosDeLigacao.SingleOrDefaultAsync(r => r.Id == resultadoId, ct);
        if (resultadoId is not null && novo is null)
        {
            return new Recusa(422, "resultado_invalido", "Escolha um resultado da lista.", Campo: nameof(CorrecaoForm.ResultadoId));
        }

        var mudouNota = nota != CorrecaoDaLigacao.Texto(ligacao.Notas);
        var corrigida = new LigacaoCorrigida
        {
            MudouResultado = resultadoId != ligacao.ResultadoId,
            De = ligacao.Resultado?.Nome,
            Para = novo?.Nome,
            Nota = !mudouNota ? null : ligacao.Notas is null ? MudancaDaNota.Escrita : nota is null ? MudancaDaNota.Apagada : MudancaDaNota.Alterada,
        };
        ligacao.Corrigir(nota, resultadoId, relogio.GetUtcNow());
        auditoria.Registrar(corrigida, ligacao.Id, ligacao.OportunidadeId);
        if (corrigida.MudouResultado && novo is not null)
        {
            await aplicar.ExecutarAsync(ligacao, novo.Efeito, ct);
        }

        await db.SaveChangesAsync(ct);
        return ligacao;
    }

    /// <summary>Who corrected it last; of a call that nobody corrected, whose telephone it was.</summary>
    private async Task<string?> QuemMudouAsync(Ligacao ligacao, CancellationToken ct)
    {
        var acao = new LigacaoCorrigida().Acao;
        var quem = await db.AuditLog
            .Where(a => a.EntidadeId == ligacao.Id && a.Acao == acao)
            .OrderByDescending(a => a.OcorridoEm)
            .Select(a => a.UsuarioId)
            .FirstOrDefaultAsync(ct) ?? ligacao.UsuarioId;
        return quem == atual.UsuarioId
            ? "Você, em outra janela,"
            : await db.Membros.Where(m => m.UsuarioId == quem).Select(m => m.Nome).SingleOrDefaultAsync(ct);
    }
}
