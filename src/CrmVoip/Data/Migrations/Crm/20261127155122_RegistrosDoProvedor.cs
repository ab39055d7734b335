using System;
using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmVoip.Data.Migrations.Crm
{
    /// <summary>The provider's calls as records of their own, calls made outside the product, who held a ramal, and the instances that run.</summary>
    public partial class RegistrosDoProvedor : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_ligacoes_direcao",
                table: "ligacoes");

            migrationBuilder.AlterColumn<Guid>(
                name: "usuario_id",
                table: "ligacoes",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AlterColumn<DateTimeOffset>(
                name: "criado_em",
                table: "ligacoes",
                type: "timestamp with time zone",
                nullable: false,
                defaultValueSql: "now()",
                oldClrType: typeof(DateTimeOffset),
                oldType: "timestamp with time zone");

            migrationBuilder.AddColumn<string>(
                name: "discagem_id",
                table: "ligacoes",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "discagem_pedida_em",
                table: "ligacoes",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "modo_de_discagem",
                table: "ligacoes",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValueSql: "'sip'");

            migrationBuilder.AddColumn<string>(
                name: "origem",
                table: "ligacoes",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValueSql: "'crm'");

            migrationBuilder.AddColumn<Guid>(
                name: "registro_id",
                table: "ligacoes",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "substituida_por",
                table: "ligacoes",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "conferida_ate",
                table: "integracoes",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "registros_preenchidos_em",
                table: "integracoes",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "silencio_avisado_em",
                table: "integracoes",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AlterColumn<DateTimeOffset>(
                name: "recebido_em",
                table: "eventos_do_provedor",
                type: "timestamp with time zone",
                nullable: false,
                defaultValueSql: "now()",
                oldClrType: typeof(DateTimeOffset),
                oldType: "timestamp with time zone");

            migrationBuilder.AddColumn<string>(
                name: "contraparte",
                table: "ligacoes",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                computedColumnSql: "case when direcao = 'entrada' then numero_origem else numero_destino end",
                stored: true);

            migrationBuilder.AddColumn<string>(
                name: "ramal",
                table: "ligacoes",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                computedColumnSql: "case when direcao = 'entrada' then numero_destino else numero_origem end",
                stored: true);

            migrationBuilder.CreateTable(
                name: "instancias",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    versao = table.Column<int>(type: "integer", nullable: false),
                    iniciada_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    batida_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_instancias", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ramais_titulares",
                columns: table => new
                {
                    organizacao_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sip_domain = table.Column<string>(type: "character varying(253)", maxLength: 253, nullable: false),
                    extension = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    usuario_id = table.Column<Guid>(type: "uuid", nullable: false),
                    desde = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ate = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ramais_titulares", x => new { x.organizacao_id, x.id });
                    table.ForeignKey(
                        name: "fk_ramais_titulares_membros_organizacao_id_usuario_id",
                        columns: x => new { x.organizacao_id, x.usuario_id },
                        principalTable: "membros",
                        principalColumns: new[] { "organizacao_id", "usuario_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ramais_titulares_organizacoes_organizacao_id",
                        column: x => x.organizacao_id,
                        principalTable: "organizacoes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "registros_do_provedor",
                columns: table => new
                {
                    organizacao_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sip_domain = table.Column<string>(type: "character varying(253)", maxLength: 253, nullable: true),
                    direcao = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ramal = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    contraparte = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    tentativa_id = table.Column<Guid>(type: "uuid", nullable: true),
                    inicio_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    comeco_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    fim_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    atendida = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    conversa_segundos = table.Column<int>(type: "integer", nullable: true),
                    causa = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    tem_gravacao = table.Column<bool>(type: "boolean", nullable: false),
                    recebido_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    fim_recebido_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ligacao_id = table.Column<Guid>(type: "uuid", nullable: true),
                    motivo = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    vinculado_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    adiantado_ms = table.Column<int>(type: "integer", nullable: true),
                    correcao_ms = table.Column<int>(type: "integer", nullable: false),
                    candidatas = table.Column<Guid[]>(type: "uuid[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registros_do_provedor", x => new { x.organizacao_id, x.id });
                    table.CheckConstraint("ck_registros_do_provedor_atendida", "atendida in ('desconhecido', 'sim', 'nao')");
                    table.CheckConstraint("ck_registros_do_provedor_direcao", "direcao in ('saida', 'entrada')");
                    table.CheckConstraint("ck_registros_do_provedor_motivo", "motivo in ('fora_do_crm', 'herdado', 'proximidade', 'ordem', 'pessoa', 'provedor_id', 'tentativa')");
                    table.ForeignKey(
                        name: "fk_registros_do_provedor_ligacoes_organizacao_id_ligacao_id",
                        columns: x => new { x.organizacao_id, x.ligacao_id },
                        principalTable: "ligacoes",
                        principalColumns: new[] { "organizacao_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_registros_do_provedor_organizacoes_organizacao_id",
                        column: x => x.organizacao_id,
                        principalTable: "organizacoes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ids_dos_registros",
                columns: table => new
                {
                    organizacao_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    provedor_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    sip_domain = table.Column<string>(type: "character varying(253)", maxLength: 253, nullable: false),
                    registro_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ids_dos_registros", x => new { x.organizacao_id, x.id });
                    table.ForeignKey(
                        name: "fk_ids_dos_registros_organizacoes_organizacao_id",
                        column: x => x.organizacao_id,
                        principalTable: "organizacoes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ids_dos_registros_registros_do_provedor_organizacao_id_regi",
                        columns: x => new { x.organizacao_id, x.registro_id },
                        principalTable: "registros_do_provedor",
                        principalColumns: new[] { "organizacao_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "leituras_do_provedor",
                columns: table => new
                {
                    organizacao_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    registro_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fonte = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    resumo = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    recebida_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    vista_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    dados = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leituras_do_provedor", x => new { x.organizacao_id, x.id });
                    table.CheckConstraint("ck_leituras_do_provedor_fonte", "fonte in ('webhook', 'lista')");
                    table.ForeignKey(
                        name: "fk_leituras_do_provedor_organizacoes_organizacao_id",
                        column: x => x.organizacao_id,
                        principalTable: "organizacoes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_leituras_do_provedor_registros_do_provedor_organizacao_id_r",
                        columns: x => new { x.organizacao_id, x.registro_id },
                        principalTable: "registros_do_provedor",
                        principalColumns: new[] { "organizacao_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_ligacoes_organizacao_id_contraparte_inicio_em",
                table: "ligacoes",
                columns: new[] { "organizacao_id", "contraparte", "inicio_em" },
                filter: "oportunidade_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_ligacoes_organizacao_id_inicio_em",
                table: "ligacoes",
                columns: new[] { "organizacao_id", "inicio_em" });

            migrationBuilder.CreateIndex(
                name: "ix_ligacoes_organizacao_id_ramal_inicio_em",
                table: "ligacoes",
                columns: new[] { "organizacao_id", "ramal", "inicio_em" });

            migrationBuilder.CreateIndex(
                name: "ix_ligacoes_organizacao_id_substituida_por",
                table: "ligacoes",
                columns: new[] { "organizacao_id", "substituida_por" },
                filter: "substituida_por is not null");

            migrationBuilder.CreateIndex(
                name: "ix_ligacoes_registro",
                table: "ligacoes",
                columns: new[] { "organizacao_id", "registro_id" },
                unique: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_ligacoes_direcao",
                table: "ligacoes",
                sql: "direcao in ('saida', 'entrada')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_ligacoes_modo_de_discagem",
                table: "ligacoes",
                sql: "modo_de_discagem in ('sip', 'dialer')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_ligacoes_origem",
                table: "ligacoes",
                sql: "origem in ('crm', 'fora_do_crm')");

            migrationBuilder.CreateIndex(
                name: "ix_eventos_do_provedor_organizacao_id_recebido_em",
                table: "eventos_do_provedor",
                columns: new[] { "organizacao_id", "recebido_em" });

            migrationBuilder.CreateIndex(
                name: "ix_ids_dos_registros_organizacao_id_registro_id",
                table: "ids_dos_registros",
                columns: new[] { "organizacao_id", "registro_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ids_dos_registros_provedor_id",
                table: "ids_dos_registros",
                columns: new[] { "organizacao_id", "provedor_id", "sip_domain" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_leituras_do_provedor_resumo",
                table: "leituras_do_provedor",
                columns: new[] { "organizacao_id", "registro_id", "fonte", "resumo" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ramais_titulares_organizacao_id_extension_desde",
                table: "ramais_titulares",
                columns: new[] { "organizacao_id", "extension", "desde" });

            migrationBuilder.CreateIndex(
                name: "ix_ramais_titulares_organizacao_id_usuario_id",
                table: "ramais_titulares",
                columns: new[] { "organizacao_id", "usuario_id" });

            migrationBuilder.CreateIndex(
                name: "ix_registros_do_provedor_ligacao",
                table: "registros_do_provedor",
                columns: new[] { "organizacao_id", "ligacao_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_registros_do_provedor_organizacao_id_comeco_em",
                table: "registros_do_provedor",
                columns: new[] { "organizacao_id", "comeco_em" });

            migrationBuilder.CreateIndex(
                name: "ix_registros_do_provedor_organizacao_id_ramal_comeco_em",
                table: "registros_do_provedor",
                columns: new[] { "organizacao_id", "ramal", "comeco_em" });

            migrationBuilder.CreateIndex(
                name: "ix_registros_do_provedor_organizacao_id_tentativa_id",
                table: "registros_do_provedor",
                columns: new[] { "organizacao_id", "tentativa_id" },
                filter: "tentativa_id is not null");

            migrationBuilder.AddForeignKey(
                name: "fk_ligacoes_ligacoes_organizacao_id_substituida_por",
                table: "ligacoes",
                columns: new[] { "organizacao_id", "substituida_por" },
                principalTable: "ligacoes",
                principalColumns: new[] { "organizacao_id", "id" },
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_ligacoes_registros_do_provedor_organizacao_id_registro_id",
                table: "ligacoes",
                columns: new[] { "organizacao_id", "registro_id" },
                principalTable: "registros_do_provedor",
                principalColumns: new[] { "organizacao_id", "id" },
                onDelete: ReferentialAction.Restrict);

            foreach (var tabela in new[] { "registros_do_provedor", "ids_dos_registros", "leituras_do_provedor", "ramais_titulares" })
            {
                migrationBuilder.IsolarPorOrganizacao(tabela);
            }

            migrationBuilder.Conceder("crm_app", "select, insert", "ids_dos_registros");
            migrationBuilder.Conceder("crm_app", "select, insert, update", "registros_do_provedor", "leituras_do_provedor", "ramais_titulares");
            migrationBuilder.Conceder("crm_app", "select, insert, update, delete", "instancias");

            // Retention: the operator sets it, the walls keep it from touching what is young.
            migrationBuilder.SoApagarAntigas("eventos_do_provedor", "recebido_em");
            migrationBuilder.SoApagarAntigas("ligacao_eventos", "recebido_em");
            migrationBuilder.SoApagarAntigas("leituras_do_provedor", "vista_em");
            migrationBuilder.Conceder("crm_app", "delete", "eventos_do_provedor", "ligacao_eventos", "leituras_do_provedor");
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_ligacoes_ligacoes_organizacao_id_substituida_por",
                table: "ligacoes");

            migrationBuilder.DropForeignKey(
                name: "fk_ligacoes_registros_do_provedor_organizacao_id_registro_id",
                table: "ligacoes");

            migrationBuilder.DropTable(
                name: "ids_dos_registros");

            migrationBuilder.DropTable(
                name: "instancias");

            migrationBuilder.DropTable(
                name: "leituras_do_provedor");

            migrationBuilder.DropTable(
                name: "ramais_titulares");

            migrationBuilder.DropTable(
                name: "registros_do_provedor");

            migrationBuilder.DropIndex(
                name: "ix_ligacoes_organizacao_id_contraparte_inicio_em",
                table: "ligacoes");

            migrationBuilder.DropIndex(
                name: "ix_ligacoes_organizacao_id_inicio_em",
                table: "ligacoes");

            migrationBuilder.DropIndex(
                name: "ix_ligacoes_organizacao_id_ramal_inicio_em",
                table: "ligacoes");

            migrationBuilder.DropIndex(
                name: "ix_ligacoes_organizacao_id_substituida_por",
                table: "ligacoes");

            migrationBuilder.DropIndex(
                name: "ix_ligacoes_registro",
                table: "ligacoes");

            migrationBuilder.DropCheckConstraint(
                name: "ck_ligacoes_direcao",
                table: "ligacoes");

            migrationBuilder.DropCheckConstraint(
                name: "ck_ligacoes_modo_de_discagem",
                table: "ligacoes");

            migrationBuilder.DropCheckConstraint(
                name: "ck_ligacoes_origem",
                table: "ligacoes");

            migrationBuilder.DropIndex(
                name: "ix_eventos_do_provedor_organizacao_id_recebido_em",
                table: "eventos_do_provedor");

            migrationBuilder.DropColumn(
                name: "contraparte",
                table: "ligacoes");

            migrationBuilder.DropColumn(
                name: "ramal",
                table: "ligacoes");

            migrationBuilder.DropColumn(
                name: "discagem_id",
                table: "ligacoes");

            migrationBuilder.DropColumn(
                name: "discagem_pedida_em",
                table: "ligacoes");

            migrationBuilder.DropColumn(
                name: "modo_de_discagem",
                table: "ligacoes");

            migrationBuilder.DropColumn(
                name: "origem",
                table: "ligacoes");

            migrationBuilder.DropColumn(
                name: "registro_id",
                table: "ligacoes");

            migrationBuilder.DropColumn(
                name: "substituida_por",
                table: "ligacoes");

            migrationBuilder.DropColumn(
                name: "conferida_ate",
                table: "integracoes");

            migrationBuilder.DropColumn(
                name: "registros_preenchidos_em",
                table: "integracoes");

            migrationBuilder.DropColumn(
                name: "silencio_avisado_em",
                table: "integracoes");

            migrationBuilder.AlterColumn<Guid>(
                name: "usuario_id",
                table: "ligacoes",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AlterColumn<DateTimeOffset>(
                name: "criado_em",
                table: "ligacoes",
                type: "timestamp with time zone",
                nullable: false,
                oldClrType: typeof(DateTimeOffset),
                oldType: "timestamp with time zone",
                oldDefaultValueSql: "now()");

            migrationBuilder.AlterColumn<DateTimeOffset>(
                name: "recebido_em",
                table: "eventos_do_provedor",
                type: "timestamp with time zone",
                nullable: false,
                oldClrType: typeof(DateTimeOffset),
                oldType: "timestamp with time zone",
                oldDefaultValueSql: "now()");

            migrationBuilder.AddCheckConstraint(
                name: "ck_ligacoes_direcao",
                table: "ligacoes",
                sql: "direcao in ('saida')");
        }
    }
}
