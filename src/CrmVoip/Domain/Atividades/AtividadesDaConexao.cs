namespace CrmVoip.Domain.Atividades;

public abstract record AtividadeDaConexao : Atividade
{
    public override string Entidade => "integracoes";
}

/// <summary>What is not secret of a connection, and which secrets are new.</summary>
public sealed record ConexaoSalva : AtividadeDaConexao
{
    public override string Acao => Acoes.ConexaoSalva;

    public string? BaseUrl { get; init; }

    public string? DominioSip { get; init; }

    public string? EnderecoWss { get; init; }

    public IReadOnlyList<string>? ServidoresIce { get; init; }

    public ModoDeDiscagem? Modo { get; init; }

    public bool TokenTrocado { get; init; }

    public bool SenhaTurnTrocada { get; init; }
}

public sealed record ConexaoDesfeita : AtividadeDaConexao
{
    public override string Acao => Acoes.ConexaoDesfeita;
}

public sealed record ConexaoRecusada : AtividadeDaConexao
{
    public const string TokenRecusado = "token_recusado";

    public override string Acao => Acoes.ConexaoRecusada;

    public string? Motivo { get; init; }
}

public sealed record ConexaoRestabelecida : AtividadeDaConexao
{
    public override string Acao => Acoes.ConexaoRestabelecida;
}
